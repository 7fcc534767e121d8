-- title: Casualties of each happening, over all accounts and by origin
-- about: Of each origin the latest figure; over all of them the least, the most, and the one that most origins support.
-- about: Civilians, fighters and everybody are kept apart and never added up.
-- parameter what (text): Only killed, wounded, missing, captured, detained or displaced.
-- parameter population (text): Only this population, such as civilian.
-- parameter side (text): Only where this side is blamed, such as russia.
-- parameter origin (text): Only the figures of this origin; "all" for those over all accounts.
-- parameter place (name): Only happenings at this place, by its name in either script or its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column first_day: The first day on which it is said to have happened.
-- column last_day: The last day.
-- column type: What kind of happening.
-- column place: Where.
-- column accused: Who is blamed for it.
-- column what: What became of them.
-- column population: Who was counted.
-- column origin: Whose figure; all for the line over all accounts.
-- column low: The least that any standing figure allows.
-- column best: The figure that most origins support.
-- column high: The most that any of them names.
-- column open: Whether somebody gives no upper bound.
-- column origins: How many origins give figures.
-- column grade: The provisional grade of the happening.
-- column incident: Its id, for marsad show.
SELECT i.first AS first_day, i.last AS last_day, i.type, i.place_name AS place, i.accused, c.what, c.population, c.origin,
       c.low, c.best, c.high, CASE WHEN c.open THEN 'yes' END AS open, c.origins,
       CASE WHEN i.grade IS NOT NULL THEN 'provisional: ' || i.grade END AS grade, i.id AS incident
FROM incident_counts c
JOIN incidents i ON i.id = c.incident
WHERE c.what IN ('killed', 'wounded', 'missing', 'captured', 'detained', 'displaced')
  AND (CAST(:what AS TEXT) IS NULL OR c.what = :what)
  AND (CAST(:population AS TEXT) IS NULL OR c.population = :population)
  AND (CAST(:side AS TEXT) IS NULL OR '; ' || i.accused || '; ' LIKE '%; ' || CAST(:side AS TEXT) || '; %')
  AND (CAST(:origin AS TEXT) IS NULL OR c.origin = :origin)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM places n WHERE n.id = i.place AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:from AS TEXT) IS NULL OR i.last >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR i.first <= :to)
ORDER BY i.first NULLS LAST, i.id, c.what, c.population, CASE WHEN c.origin = 'all' THEN 0 ELSE 1 END, c.origin;
