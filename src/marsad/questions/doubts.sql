-- title: Where the program hesitated
-- about: Every doubt of a reading with the words it is about: the places to look at first when reviewing.
-- parameter stage (text): Only doubts of this stage: clean, segment, recognise, attribute, code or ground.
-- parameter outlet (text): Only documents of this outlet, by its id.
-- parameter from (first day): Not before this day, month or year.
-- parameter to (last day): Not after this day, month or year.
-- column stage: Which stage hesitated.
-- column about: Why.
-- column words: Over which words; empty where it is about the whole document.
-- column outlet: Who published them.
-- column published: When.
-- column document: The id of the document.
SELECT d.stage, d.about, substr(t.text, d.start + 1, d."end" - d.start) AS words, r.outlet,
       r.published_start AS published, r.document
FROM doubts d
JOIN current_readings r ON r.reading = d.reading
JOIN documents t ON t.id = r.document
WHERE (CAST(:stage AS TEXT) IS NULL OR d.stage = :stage)
  AND (CAST(:outlet AS TEXT) IS NULL OR r.outlet = :outlet)
  AND (CAST(:from AS TEXT) IS NULL OR r.published_start >= :from)
  AND (CAST(:to AS TEXT) IS NULL OR r.published_start <= :to)
ORDER BY d.stage, d.about, r.document, d.start NULLS LAST, d.id;
