-- title: What one side reports and another passes over
-- about: Happenings with everybody who reports them; a side is whom an outlet speaks for (syria, rebels), or the outlet itself.
-- about: With `without`, only what that side or outlet passes over though it published something within three days.
-- parameter who (text): Only what this side or outlet reports.
-- parameter without (text): Only what this side or outlet does not report, though it was publishing then.
-- parameter type (text): Only happenings of this type, such as air_strike.
-- parameter place (name): Only happenings at this place, by its name in either script or its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column first_day: The first day on which it is said to have happened.
-- column type: What kind of happening.
-- column place: Where.
-- column accused: Who is blamed for it.
-- column who: The side or outlet that reports it.
-- column documents: In how many documents.
-- column published: The day of the first of them.
-- column others: How many other sides and outlets report it.
-- column grade: The provisional grade of the happening.
-- column incident: Its id, for marsad show.
WITH told AS (
  SELECT r.incident, r.side, count(*) AS documents, min(r.published_start) AS published, min(r.published_day) AS day
  FROM incident_reports r GROUP BY r.incident, r.side
), counted AS (
  SELECT told.*, count(*) OVER (PARTITION BY incident) - 1 AS others, min(day) OVER (PARTITION BY incident) AS since FROM told
)
SELECT i.first AS first_day, i.type, i.place_name AS place, i.accused, t.side AS who, t.documents, t.published, t.others,
       CASE WHEN i.grade IS NOT NULL THEN 'provisional: ' || i.grade END AS grade, i.id AS incident
FROM counted t
JOIN incidents i ON i.id = t.incident
WHERE (CAST(:who AS TEXT) IS NULL OR t.side = :who OR EXISTS (
    SELECT 1 FROM incident_reports o WHERE o.incident = t.incident AND o.side = t.side AND o.outlet = :who))
  AND (CAST(:without AS TEXT) IS NULL OR (
    NOT EXISTS (SELECT 1 FROM incident_reports o WHERE o.incident = t.incident AND (o.side = :without OR o.outlet = :without))
    AND EXISTS (
      SELECT 1 FROM linked d JOIN readings r ON r.number = d.reading
      WHERE (d.leaning = :without OR r.outlet = :without) AND d.published_day BETWEEN t.since AND t.since + 3)))
  AND (CAST(:type AS TEXT) IS NULL OR i.type = :type)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM places n WHERE n.id = i.place AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:from AS TEXT) IS NULL OR i.last >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR i.first <= :to)
ORDER BY i.first NULLS LAST, i.id, t.documents DESC, t.side;
