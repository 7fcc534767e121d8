-- title: What people decided
-- about: All judgements, those taken back too, in the order in which they were made.
-- parameter who (text): Only judgements of this person.
-- column judgement: The id, for marsad judge --undo.
-- column kind: same, different, or undo.
-- column one: The one event: document and event.
-- column other: The other.
-- column who: Who decided.
-- column made: When, as an ISO time.
-- column why: Why.
-- column undoes: The judgement that this one takes back.
-- column undone_by: The judgement that takes this one back.
SELECT j.id AS judgement, j.kind, j.a AS one, j.b AS other, j.who, j."when" AS made, j.why, j.undoes, u.id AS undone_by
FROM judgements j
LEFT JOIN judgements u ON u.undoes = j.id
WHERE (CAST(:who AS TEXT) IS NULL OR j.who = :who)
ORDER BY j.number;
