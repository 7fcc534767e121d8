-- title: Who quotes whom
-- about: Each step of the chains through which claims came, from the outlet inwards, with how often it was taken.
-- parameter quoted (text): Only this voice, by its name in the answer.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column quoting: Who passes the words on.
-- column quoted: Whose words they are, or through whom they came.
-- column role: What the quoted voice is: agency, spokesperson, anonymous, …
-- column claims: How many claims took this step.
-- column documents: In how many documents.
-- column denials: How many of the claims deny something.
-- column accusations: How many accuse somebody.
WITH voices AS (
  SELECT c.reading, c.claim, c.document, c.stance, l.position, l.role,
         CASE WHEN l."to" = 'outlet' THEN c.outlet ELSE coalesce(a.name_en, a.name_ar, l."to") END AS name
  FROM current_claims c
  JOIN links l ON l.reading = c.reading AND l.record = c.claim
  LEFT JOIN actors a ON a.reading = l.reading AND a.id = l."to"
  WHERE (CAST(:outlet AS TEXT) IS NULL OR c.outlet = :outlet)
    AND (CAST(:from AS TEXT) IS NULL OR c.published_start >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR c.published_start <= :to)
)
SELECT x.name AS quoting, y.name AS quoted, y.role, count(*) AS claims, count(DISTINCT x.document) AS documents,
       count(CASE WHEN x.stance = 'denies' THEN 1 END) AS denials,
       count(CASE WHEN x.stance = 'accuses' THEN 1 END) AS accusations
FROM voices x
JOIN voices y ON y.reading = x.reading AND y.claim = x.claim AND y.position = x.position + 1
WHERE (CAST(:quoted AS TEXT) IS NULL OR y.name = :quoted)
GROUP BY x.name, y.name, y.role
ORDER BY count(*) DESC, quoting, quoted, y.role;
