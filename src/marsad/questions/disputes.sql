-- title: Disputes within documents
-- about: Two accounts in one document that cannot both be true, with who gives each.
-- parameter kind (text): Only denied, count, perpetrator, date, place or status.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column published: The day on which the document was published, where it is known.
-- column outlet: Who published it.
-- column kind: What the two differ in.
-- column one: Who gives the one account.
-- column one_stance: How: asserts, denies, accuses, …; empty where the outlet itself speaks.
-- column one_words: The words claimed.
-- column other: Who gives the other account.
-- column other_stance: How.
-- column other_words: The words claimed.
-- column one_claim: The id of the one claim, for marsad show.
-- column other_claim: The id of the other.
-- column document: The id of the document.
SELECT r.published_start AS published, r.outlet, d.kind,
       coalesce(a.voice, r.outlet) AS one, a.stance AS one_stance, a.words AS one_words,
       coalesce(b.voice, r.outlet) AS other, b.stance AS other_stance, b.words AS other_words,
       d.one AS one_claim, d.other AS other_claim, r.document
FROM disputes d
JOIN current_readings r ON r.reading = d.reading
LEFT JOIN current_claims a ON a.reading = d.reading AND a.claim = d.one
LEFT JOIN current_claims b ON b.reading = d.reading AND b.claim = d.other
WHERE (CAST(:kind AS TEXT) IS NULL OR d.kind = :kind)
  AND (CAST(:outlet AS TEXT) IS NULL OR r.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR r.published_start >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR r.published_start <= :to)
ORDER BY r.published_start NULLS LAST, r.document, d.id;
