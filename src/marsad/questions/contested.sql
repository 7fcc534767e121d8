-- title: Disputes across documents, the strongest first
-- about: Accounts that cannot all be true, a line for each side; a dispute is strong when many origins stand on its smaller side.
-- parameter kind (text): Only denied, count, perpetrator, date, place or status.
-- parameter type (text): Only about happenings of this type, such as air_strike.
-- parameter place (name): Only happenings at this place, by its name in either script or its id.
-- parameter outlet (text): Only disputes in which a document of this outlet takes part.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column kind: What the sides differ in.
-- column about: The same in words.
-- column smaller: How many origins stand on the smaller side.
-- column origins: How many origins take part in all.
-- column side: What this side holds.
-- column voices: How many voices hold it.
-- column held_by: How many origins they go back to.
-- column documents: In how many documents.
-- column one_origin: Whether all are copies of one bulletin, so that somebody slipped.
-- column first_day: The first day on which the happening is said to have been.
-- column place: Where.
-- column incident: The id of the happening, for marsad show; empty where it is about a truce or a tally.
-- column dispute: The id of the dispute.
SELECT d.kind, d.about, d.smaller, d.origins, v.value AS side, count(*) AS voices, count(DISTINCT v.origin) AS held_by,
       count(DISTINCT v.document) AS documents, CASE WHEN d.one_origin THEN 'yes' END AS one_origin,
       i.first AS first_day, i.place_name AS place, i.id AS incident, d.id AS dispute
FROM contested d
JOIN contested_voices v ON v.dispute = d.id
LEFT JOIN incidents i ON i.id = d.incident
WHERE (CAST(:kind AS TEXT) IS NULL OR d.kind = :kind)
  AND (CAST(:type AS TEXT) IS NULL OR i.type = :type)
  AND (CAST(:place AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM places n WHERE n.id = i.place AND n.spelled LIKE '%|' || CAST(:place AS TEXT) || '|%'))
  AND (CAST(:outlet AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM contested_voices o JOIN linked l ON l.document = o.document JOIN readings r ON r.number = l.reading
    WHERE o.dispute = d.id AND r.outlet = :outlet))
  AND (CAST(:from AS TEXT) IS NULL OR i.last >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR i.first <= :to)
GROUP BY d.kind, d.about, d.smaller, d.origins, d.rank, d.one_origin, d.id, v.side, v.value, i.first, i.place_name, i.id
ORDER BY d.smaller DESC, d.origins DESC, d.rank, d.id, v.side;
