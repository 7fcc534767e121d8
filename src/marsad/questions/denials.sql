-- title: Who denies whom
-- about: Every denial, with the account it is against where the document has one.
-- parameter denier (text): Only denials of this voice, by its name in the answer.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column published: The day on which the document was published.
-- column outlet: Who published it.
-- column denier: Who denies.
-- column denied: Whose account is denied; empty where the document does not say whose.
-- column denial: The words of the denial.
-- column account: The words of the account.
-- column claim: The id of the denial, for marsad show; outlet where the outlet itself denies.
-- column document: The id of the document.
WITH denied AS (
  SELECT d.reading,
         CASE WHEN b.stance = 'denies' OR a.stance IS NULL OR a.stance <> 'denies' THEN d.other ELSE d.one END AS denial,
         CASE WHEN b.stance = 'denies' OR a.stance IS NULL OR a.stance <> 'denies' THEN d.one ELSE d.other END AS account
  FROM disputes d
  JOIN current_readings r ON r.reading = d.reading
  LEFT JOIN claims a ON a.reading = d.reading AND a.id = d.one
  LEFT JOIN claims b ON b.reading = d.reading AND b.id = d.other
  WHERE d.kind = 'denied'
  UNION
  SELECT c.reading, c.claim, NULL
  FROM current_claims c
  WHERE c.stance = 'denies'
    AND NOT EXISTS (
      SELECT 1 FROM disputes d WHERE d.reading = c.reading AND d.kind = 'denied' AND (d.one = c.claim OR d.other = c.claim))
)
SELECT r.published_start AS published, r.outlet, coalesce(x.voice, r.outlet) AS denier,
       CASE WHEN d.account IS NOT NULL THEN coalesce(y.voice, r.outlet) END AS denied,
       x.words AS denial, y.words AS account, d.denial AS claim, r.document
FROM denied d
JOIN current_readings r ON r.reading = d.reading
LEFT JOIN current_claims x ON x.reading = d.reading AND x.claim = d.denial
LEFT JOIN current_claims y ON y.reading = d.reading AND y.claim = d.account
WHERE (CAST(:denier AS TEXT) IS NULL OR coalesce(x.voice, r.outlet) = :denier)
  AND (CAST(:outlet AS TEXT) IS NULL OR r.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR r.published_start >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR r.published_start <= :to)
ORDER BY r.published_start NULLS LAST, r.document, x.start NULLS LAST, d.denial, d.account NULLS LAST;
