-- title: Casualties by side, place and population, happening by happening
-- about: The figures of single happenings, each counted once however many report it; running totals are left out.
-- about: A sum over happenings holds as far as linking told them apart; what overlaps in time at one place may be one.
-- parameter what (text): Only killed, wounded, missing, captured, detained or displaced.
-- parameter population (text): Only this population, such as civilian.
-- parameter side (text): Only where this side is blamed, such as russia.
-- parameter place (name): Only happenings at this place, by its name in either script or its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column place: Where.
-- column accused: Who is blamed; several where accounts differ.
-- column population: Who was counted.
-- column what: What became of them.
-- column happenings: Of how many happenings.
-- column low: The least that the accounts allow.
-- column best: The figures that most origins support.
-- column high: The most that the accounts name.
-- column open: In how many happenings somebody gives no upper bound.
-- column disputed: In how many happenings the accounts give different figures.
-- column first_day: The first day.
-- column last_day: The last day.
SELECT i.place_name AS place, i.accused, c.population, c.what, count(*) AS happenings, CAST(sum(c.low) AS bigint) AS low,
       CAST(sum(c.best) AS bigint) AS best, CAST(sum(c.high) AS bigint) AS high, count(CASE WHEN c.open THEN 1 END) AS open,
       count(CASE WHEN c.low <> c.high THEN 1 END) AS disputed, min(i.first) AS first_day, max(i.last) AS last_day
FROM incident_counts c
JOIN incidents i ON i.id = c.incident
WHERE c.origin = 'all' AND i.family IN ('harm', 'violation', 'people')
  AND c.what IN ('killed', 'wounded', 'missing', 'captured', 'detained', 'displaced')
  AND (CAST(:what AS TEXT) IS NULL OR c.what = :what)
  AND (CAST(:population AS TEXT) IS NULL OR c.population = :population)
  AND (CAST(:side AS TEXT) IS NULL OR '; ' || i.accused || '; ' LIKE '%; ' || CAST(:side AS TEXT) || '; %')
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM places n WHERE n.id = i.place AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:from AS TEXT) IS NULL OR i.last >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR i.first <= :to)
GROUP BY i.place_name, i.accused, c.population, c.what
ORDER BY place NULLS LAST, c.what, i.accused NULLS LAST, c.population;
