-- title: What the ledger holds of each outlet
-- about: Documents, claims, events and doubts by outlet, newest versions only.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column outlet: Who published.
-- column documents: How many documents.
-- column claims: How many claims they report.
-- column denials: How many of these deny something.
-- column events: How many events they tell of.
-- column doubts: How many doubts are left.
-- column first_day: The first day of publication.
-- column last_day: The last day of publication.
SELECT r.outlet, count(*) AS documents,
       CAST(sum((SELECT count(*) FROM claims c WHERE c.reading = r.reading)) AS bigint) AS claims,
       CAST(sum((SELECT count(*) FROM claims c WHERE c.reading = r.reading AND c.stance = 'denies')) AS bigint) AS denials,
       CAST(sum((SELECT count(*) FROM events e WHERE e.reading = r.reading)) AS bigint) AS events,
       CAST(sum((SELECT count(*) FROM doubts d WHERE d.reading = r.reading)) AS bigint) AS doubts,
       min(r.published_start) AS first_day, max(r.published_end) AS last_day
FROM current_readings r
WHERE (CAST(:from AS TEXT) IS NULL OR r.published_start >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR r.published_start <= :to)
GROUP BY r.outlet
ORDER BY count(*) DESC, r.outlet;
