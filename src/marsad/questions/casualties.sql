-- title: Casualties by side, place, population and outlet
-- about: The figures for people, put together and never added up: a sum would count the same dead twice.
-- parameter what (text): Only killed, wounded, missing, captured, detained or displaced.
-- parameter population (text): Only this population, such as civilian or combatant.
-- parameter place (name): Only what is said to have happened at this place.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column place: Where, as far as it is said.
-- column side: Who is said to have done it; empty where nobody is named.
-- column against: To whom.
-- column population: Who was counted.
-- column what: What became of them.
-- column outlet: Who published the figures.
-- column counted_by: Whose figures they are.
-- column figures: How many figures there are.
-- column documents: In how many documents.
-- column lowest: The lowest number that any of them allows.
-- column highest: The highest number that any of them names.
-- column open: How many of them give no upper bound, as "at least four" does.
-- column first_day: The first day that is named.
-- column last_day: The last day that is named.
SELECT e.place_names AS place, e.by_names AS side, e.on_names AS against, c.population, c.what, r.outlet,
       coalesce(v.voice, r.outlet) AS counted_by,
       count(*) AS figures, count(DISTINCT r.document) AS documents,
       min(c.low) AS lowest, max(coalesce(c.high, c.low)) AS highest,
       count(*) - count(c.high) AS open, min(e.date_start) AS first_day, max(e.date_end) AS last_day
FROM counts c
JOIN current_readings r ON r.reading = c.reading
JOIN events e ON e.reading = c.reading AND e.id = c.event
LEFT JOIN current_claims v ON v.reading = c.reading AND v.claim = c.claim
WHERE c.what IN ('killed', 'wounded', 'missing', 'captured', 'detained', 'displaced')
  AND e.realis IN ('actual', 'ongoing', 'historical', 'habitual')
  AND (CAST(:what AS TEXT) IS NULL OR c.what = :what)
  AND (CAST(:population AS TEXT) IS NULL OR c.population = :population)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM links k JOIN places n ON n.reading = k.reading AND n.id = k."to"
    WHERE k.reading = e.reading AND k.record = e.id AND k.role IN ('at')
      AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:outlet AS TEXT) IS NULL OR r.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR coalesce(e.date_start, r.published_start) >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR coalesce(e.date_start, r.published_start) <= :to)
GROUP BY e.place_names, e.by_names, e.on_names, c.population, c.what, r.outlet, coalesce(v.voice, r.outlet)
ORDER BY place NULLS LAST, c.what, side NULLS LAST, against NULLS LAST, c.population, r.outlet, counted_by;
