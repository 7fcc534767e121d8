-- title: Diplomatic timeline
-- about: Meetings, talks, mediation, agreements, ceasefires, zones and coordination, those that are only planned too.
-- parameter type (text): Only events of this type, such as talks.
-- parameter place (name): Only this place, by its name in either script or its id.
-- parameter actor (name): Only what this actor does or suffers, by name or id.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column date_start: The first day on which it is said to have happened; empty where no day is said.
-- column date_end: The last day.
-- column type: What kind of event.
-- column realis: Whether it is said to have happened, to be planned, …
-- column place: Where.
-- column side: Who did it, is said to have done it, or took part.
-- column against: To whom.
-- column voice: Who says so.
-- column stance: How; empty where the outlet itself speaks.
-- column outlet: Who published it.
-- column published: When.
-- column event: The id of the event, for marsad show.
-- column document: The id of the document.
SELECT e.date_start, e.date_end, e.type, e.realis, e.place_names AS place, e.by_names AS side, e.on_names AS against,
       e.voice, e.stance, e.outlet, e.published_start AS published, e.event, e.document
FROM current_events e
WHERE e.type IN ('agreement', 'ceasefire', 'coordination', 'deconfliction_notice', 'intel_sharing', 'mediation', 'meeting', 'monitoring',
                 'political_process', 'sanction', 'talks', 'zone_establish')
  AND (CAST(:type AS TEXT) IS NULL OR e.type = :type)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM links k JOIN places n ON n.reading = k.reading AND n.id = k."to"
    WHERE k.reading = e.reading AND k.record = e.event AND k.role IN ('at')
      AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:actor AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM links k JOIN actors n ON n.reading = k.reading AND n.id = k."to"
    WHERE k.reading = e.reading AND k.record = e.event AND k.role IN ('by', 'on')
      AND n.spelled LIKE '%|' || CAST(:actor AS TEXT) || '|%'))
  AND (CAST(:outlet AS TEXT) IS NULL OR e.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR coalesce(e.date_start, e.published_start) >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR coalesce(e.date_start, e.published_start) <= :to)
GROUP BY e.date_start, e.date_end, e.type, e.realis, e.place_names, e.by_names, e.on_names, e.voice, e.stance, e.outlet,
         e.published_start, e.event, e.document, e.start
ORDER BY coalesce(e.date_start, e.published_start) NULLS LAST, e.type, e.document, e.start, e.event, e.voice, e.stance NULLS LAST;
