-- title: Ceasefire tallies by zone and reporter, with their sums checked
-- about: One line for each zone of a tally; two sides that count the same days stand below each other.
-- parameter what (text): Only tallies of this, such as ceasefire_violation, or detained; without it all but those of people.
-- parameter zone (name): Only this zone.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column from_day: The first day of the period that is counted.
-- column to_day: The last day of the period.
-- column zone: The zone or party of this line; empty where the tally has no lines.
-- column reporter: Who counted.
-- column what: What was counted.
-- column number: How many in this zone.
-- column sum: What the lines of the tally come to.
-- column total: The total that the reporter gives.
-- column sum_agrees: Whether both are the same; empty where no total is given.
-- column outlet: Who published it.
-- column published: When.
-- column tally: The id of the tally, for marsad show.
-- column document: The id of the document.
SELECT t.window_start AS from_day, t.window_end AS to_day, coalesce(p.name_en, p.name_ar, l."to") AS zone,
       coalesce(c.voice, r.outlet) AS reporter, t.what, l.number, t.sum, t.total,
       CASE WHEN t.agrees THEN 'yes' WHEN NOT t.agrees THEN 'no' END AS sum_agrees,
       r.outlet, r.published_start AS published, t.id AS tally, r.document
FROM tallies t
JOIN current_readings r ON r.reading = t.reading
LEFT JOIN current_claims c ON c.reading = t.reading AND c.claim = t.claim
LEFT JOIN links l ON l.reading = t.reading AND l.record = t.id AND l.role = 'part'
LEFT JOIN places p ON p.reading = l.reading AND p.id = l."to"
WHERE (t.what = :what OR (CAST(:what AS TEXT) IS NULL AND t.what NOT IN ('killed', 'wounded', 'missing', 'captured', 'detained', 'displaced')))
  AND (CAST(:zone AS TEXT) IS NULL OR p.spelled LIKE '%|' || CAST(:zone AS TEXT) || '|%')
  AND (CAST(:outlet AS TEXT) IS NULL OR r.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR coalesce(t.window_start, r.published_start) >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR coalesce(t.window_start, r.published_start) <= :to)
ORDER BY from_day NULLS LAST, to_day NULLS LAST, zone NULLS LAST, reporter, t.reading, t.id, l.position;
