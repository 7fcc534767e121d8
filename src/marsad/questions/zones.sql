-- title: Ceasefire tallies by zone and day, with a column for each side that counts
-- about: What each side counted in one zone and period; where it has several tallies of them, the least and the most.
-- parameter what (text): Only tallies of this, such as ceasefire_violation, or detained; without it all but those of people.
-- parameter zone (text): Only this zone, by its name in the answer; total for the totals.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column from_day: The first day of the period that is counted.
-- column to_day: The last day of the period.
-- column what: What was counted.
-- column zone: The zone or party; total for the totals that are given.
-- column russia: What the recorders of Russia counted.
-- column turkey: What the recorders of Turkey counted.
-- column syria: What the recorders of Syria counted.
-- column iran: What the recorders of Iran counted.
-- column coalition: What the recorders of the international coalition counted.
-- column rebels: What the recorders of the opposition counted.
-- column others: What anybody else counted.
-- column agree: Whether all who counted came to one number; empty where only one did.
-- column document: The one document of a tally that gives no days: nothing says that others count the same days.
-- column tallies: How many tallies the line is made of.
-- column wrong_sums: How many of them have lines that do not come to their total.
WITH lines AS (
  SELECT t.reading, t.id, coalesce(p.name_en, p.name_ar, l."to") AS zone, l.number
  FROM tallies t
  JOIN links l ON l.reading = t.reading AND l.record = t.id AND l.role = 'part'
  LEFT JOIN places p ON p.reading = l.reading AND p.id = l."to"
  UNION ALL
  SELECT t.reading, t.id, 'total', t.total FROM tallies t WHERE t.total IS NOT NULL
), counted AS (
  SELECT t.window_start, t.window_end, t.what, n.zone, n.number, t.id, s.document, s.origin, t.agrees,
         CASE WHEN t.window_start IS NULL AND t.window_end IS NULL THEN s.document ELSE '' END AS apart,
         CASE WHEN s.side IN ('russia', 'turkey', 'syria', 'iran', 'coalition', 'rebels') THEN s.side ELSE 'others' END AS side
  FROM tallies t
  JOIN linked d ON d.reading = t.reading
  JOIN tally_sides s ON s.document = d.document AND s.tally = t.id
  JOIN lines n ON n.reading = t.reading AND n.id = t.id
), cells AS (
  SELECT window_start, window_end, apart, what, zone, side,
         CASE WHEN min(number) = max(number) THEN CAST(min(number) AS TEXT)
              ELSE CAST(min(number) AS TEXT) || '–' || CAST(max(number) AS TEXT) END AS cell
  FROM counted GROUP BY window_start, window_end, apart, what, zone, side
), checked AS (
  SELECT window_start, window_end, apart, what, zone,
         CASE WHEN count(DISTINCT origin) > 1 THEN CASE WHEN min(number) = max(number) THEN 'yes' ELSE 'no' END END AS agree,
         count(DISTINCT document || id) AS tallies, count(DISTINCT CASE WHEN NOT agrees THEN document || id END) AS wrong_sums
  FROM counted GROUP BY window_start, window_end, apart, what, zone
)
SELECT k.window_start AS from_day, k.window_end AS to_day, k.what, k.zone,
       max(CASE WHEN c.side = 'russia' THEN c.cell END) AS russia,
       max(CASE WHEN c.side = 'turkey' THEN c.cell END) AS turkey,
       max(CASE WHEN c.side = 'syria' THEN c.cell END) AS syria,
       max(CASE WHEN c.side = 'iran' THEN c.cell END) AS iran,
       max(CASE WHEN c.side = 'coalition' THEN c.cell END) AS coalition,
       max(CASE WHEN c.side = 'rebels' THEN c.cell END) AS rebels,
       max(CASE WHEN c.side = 'others' THEN c.cell END) AS others,
       k.agree, CASE WHEN k.apart <> '' THEN k.apart END AS document, k.tallies, k.wrong_sums
FROM checked k
JOIN cells c ON c.what = k.what AND c.zone = k.zone AND c.apart = k.apart AND coalesce(c.window_start, '') = coalesce(k.window_start, '')
  AND coalesce(c.window_end, '') = coalesce(k.window_end, '')
WHERE (k.what = :what OR (CAST(:what AS TEXT) IS NULL AND k.what NOT IN ('killed', 'wounded', 'missing', 'captured', 'detained', 'displaced')))
  AND (CAST(:zone AS TEXT) IS NULL OR k.zone = :zone)
  AND (CAST(:from AS TEXT) IS NULL OR k.window_end >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR k.window_start <= :to)
GROUP BY k.window_start, k.window_end, k.apart, k.what, k.zone, k.agree, k.tallies, k.wrong_sums
ORDER BY from_day NULLS LAST, to_day NULLS LAST, k.apart, k.what, CASE WHEN k.zone = 'total' THEN 1 ELSE 0 END, k.zone;
