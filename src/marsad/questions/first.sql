-- title: Who reported first, and how long the others took
-- about: Every happening that several outlets report, with each outlet's first report; asked of the last marsad link.
-- parameter type (text): Only happenings of this type, such as air_strike.
-- parameter place (name): Only happenings at this place, by its name in either script or its id.
-- parameter outlet (text): Only this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column first_day: The first day on which it is said to have happened.
-- column type: What kind of happening.
-- column place: Where.
-- column outlet: Who reports it.
-- column side: The side that owns the outlet, or the outlet.
-- column published: The day of its first report.
-- column lag: How many days after the first report of all.
-- column outlets: How many outlets report it with a day of publication.
-- column incident: The id of the happening, for marsad show.
-- column document: The report.
WITH reports AS (
  SELECT r.incident, r.outlet, r.side, r.document, r.published_start, r.published_day,
         row_number() OVER (PARTITION BY r.incident, r.outlet ORDER BY r.published_day, r.document) AS turn,
         min(r.published_day) OVER (PARTITION BY r.incident) AS day
  FROM incident_reports r
  WHERE r.published_day IS NOT NULL
), firsts AS (
  SELECT incident, outlet, side, document, published_start, published_day - day AS lag,
         count(*) OVER (PARTITION BY incident) AS outlets
  FROM reports WHERE turn = 1
)
SELECT i.first AS first_day, i.type, i.place_name AS place, f.outlet, f.side, f.published_start AS published, f.lag, f.outlets,
       i.id AS incident, f.document
FROM firsts f
JOIN incidents i ON i.id = f.incident
WHERE f.outlets > 1
  AND (CAST(:type AS TEXT) IS NULL OR i.type = :type)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM places n WHERE n.id = i.place AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:outlet AS TEXT) IS NULL OR f.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR i.last >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR i.first <= :to)
ORDER BY i.first NULLS LAST, i.id, f.lag, f.outlet;
