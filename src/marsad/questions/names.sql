-- title: What everybody calls everybody
-- about: The words for each actor by outlet and by the voice that uses them: one's army is another's militia.
-- parameter actor (name): Only this actor, by name or id.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column actor: The id of the actor; empty for somebody whom the registry does not know.
-- column name: The actor's name.
-- column outlet: Who published the words.
-- column voice: Whose words they are: a speaker's, or the outlet's own.
-- column form: The words.
-- column times: How often.
-- column documents: In how many documents.
SELECT CASE WHEN a.registered THEN a.id END AS actor, coalesce(a.name_en, a.name_ar, a.id) AS name, r.outlet,
       coalesce(c.voice, r.outlet) AS voice, m.form, count(*) AS times, count(DISTINCT r.document) AS documents
FROM mentions m
JOIN current_readings r ON r.reading = m.reading
JOIN actors a ON a.reading = m.reading AND a.id = m.record
LEFT JOIN current_claims c ON c.reading = m.reading AND c.claim = m.claim
WHERE (CAST(:actor AS TEXT) IS NULL OR a.spelled LIKE '%|' || CAST(:actor AS TEXT) || '|%')
  AND (CAST(:outlet AS TEXT) IS NULL OR r.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR r.published_start >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR r.published_start <= :to)
GROUP BY CASE WHEN a.registered THEN a.id END, coalesce(a.name_en, a.name_ar, a.id), r.outlet, coalesce(c.voice, r.outlet), m.form
ORDER BY actor NULLS LAST, name, r.outlet, times DESC, voice, m.form;
