-- title: Breaches that only one side has on record
-- about: Breaches of a truce that the recorders of one side tell of and those of no other side do.
-- about: Voices that speak for no side (agencies, monitors, residents) are named but are nobody's counterpart.
-- parameter side (text): Only what the recorders of this side tell of, such as russia.
-- parameter place (name): Only happenings at this place, by its name in either script or its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column first_day: The first day on which it is said to have happened.
-- column last_day: The last day.
-- column place: Where.
-- column accused: Who is blamed for it.
-- column side: The one side that has it on record.
-- column recorded_by: Its recorder; a line for each.
-- column says: Whether it affirms, denies or only mentions it.
-- column counts: Its figures.
-- column unaligned: How many other voices speak of it that speak for no side.
-- column incident: The id of the happening, for marsad show.
WITH sides AS (
  SELECT a.incident, count(DISTINCT a.side) AS sides, count(*) - count(a.side) AS unaligned
  FROM incident_accounts a GROUP BY a.incident
)
SELECT i.first AS first_day, i.last AS last_day, i.place_name AS place, i.accused, a.side, a.origin AS recorded_by, a.says, a.counts,
       s.unaligned, i.id AS incident
FROM incidents i
JOIN sides s ON s.incident = i.id AND s.sides = 1
JOIN incident_accounts a ON a.incident = i.id AND a.side IS NOT NULL
WHERE i.family = 'violation'
  AND (CAST(:side AS TEXT) IS NULL OR a.side = :side)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM places n WHERE n.id = i.place AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:from AS TEXT) IS NULL OR i.last >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR i.first <= :to)
ORDER BY i.first NULLS LAST, i.id, a.origin;
