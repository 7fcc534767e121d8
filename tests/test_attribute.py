"""The attribute stage: who says it, in whose chain, how far the content goes, and what is no claim."""

from __future__ import annotations

import msgspec
import pytest

from attributed import kit, read
from marsad import model, pipeline
from marsad.arabic.fold import fold_word
from marsad.lexicon import attribute as shelf
from marsad.lexicon.attribute import Action, Edges, Example, Noun, Preposition, SpeakerNoun, StanceSign, Verb, Withholding
from marsad.lexicon.loader import read_yaml
from marsad.lexicon.loader import shelf as folder
from marsad.model import Claim
from marsad.stages.attribute import attribute
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment


def words(text: str, claim: Claim) -> tuple[str, str | None, tuple[str, ...]]:
    """Cue, speaker and content of a claim as published."""
    assert claim.cue is not None
    cut = [text[s:e] for s, e in claim.content]
    source = text[slice(*claim.source.span)] if claim.source else None
    return text[slice(*claim.cue.span)], source, tuple(cut)


def claims(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [words(text, c) for c in read(text).claims]


def one(text: str, cue: str) -> Claim:
    found = [c for c in read(text).claims if c.cue is not None and text[slice(*c.cue.span)] == cue]
    assert len(found) == 1, [words(text, c) for c in read(text).claims]
    return found[0]


def chain(text: str, claim: Claim) -> list[str]:
    """The chain as the Arabic words that name each voice."""
    names = {a.id: a.name.ar for a in read(text).actors}
    return [names.get(c.actor) or c.actor for c in claim.chain]


# -- the lexicon -----------------------------------------------------------------------------------------------------


def examples() -> list[tuple[str, Example]]:
    found: list[tuple[str, Example]] = []
    for name, kind in (
        ("verbs.yml", Verb),
        ("prepositions.yml", Preposition),
        ("nouns.yml", Noun),
        ("withholding.yml", Withholding),
        ("stances.yml", StanceSign),
        ("edges.yml", Edges),
        ("background.yml", Edges),
        ("speakers.yml", SpeakerNoun),
    ):
        for entry in read_yaml(folder("attribute") / name, kind):
            found += [(f"{name}#{entry.id}", e) for e in entry.examples]  # type: ignore[attr-defined]
    return found


def meets(example: Example, claim: Claim) -> bool:
    cue, source, content = words(example.text, claim)
    return (
        (example.cue is None or cue == example.cue)
        and (example.source is None or source == example.source)
        and (example.content is None or content == (example.content,))
        and (example.stance is None or claim.stance == example.stance)
    )


@pytest.mark.parametrize(("entry", "example"), examples(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_example_of_the_lexicon_is_found(entry: str, example: Example) -> None:
    found = read(example.text).claims
    assert any(meets(example, c) for c in found), (entry, [words(example.text, c) for c in found])


def test_there_are_enough_verbs_and_each_has_an_example() -> None:
    entries = shelf.load().entries
    assert len(entries) >= 240
    assert all(e.examples for e in entries)


def test_no_never_case_is_a_claim_of_its_entry() -> None:
    wrong = []
    cases: list[tuple[str, str, set[str]]] = []
    for entry in read_yaml(folder("attribute") / "prepositions.yml", Preposition):
        cases += [(entry.id, text, {entry.form}) for text in entry.never]
    for verb in read_yaml(folder("attribute") / "verbs.yml", Verb):
        cases += [(verb.id, text, {verb.past}) for text in verb.never]
    for noun in read_yaml(folder("attribute") / "nouns.yml", Noun):
        cases += [(noun.id, text, {fold_word(f) for f in noun.forms}) for text in noun.never]
    for ident, text, lemmas in cases:
        wrong += [(ident, text) for c in read(text).claims if c.cue is not None and c.cue.lemma in lemmas]
    assert not wrong


@pytest.mark.parametrize("action", read_yaml(folder("attribute") / "actions.yml", Action), ids=lambda a: a.past)
def test_a_verb_of_doing_ends_the_speaker_before_it(action: Action) -> None:
    assert fold_word(action.past) in kit().attribute.actions or len(action.past) < 3
    text = f"وذكر الناطق أن المقاتلين {action.past} أمس."
    assert claims(text)[0][:2] == ("ذكر", "الناطق")
    assert not [c for c in claims(text) if c[0] == action.past]


# -- cues and speakers ----------------------------------------------------------------------------------------------


def test_a_verb_before_its_speaker() -> None:
    text = "قال وزير النقل سالم الحموي إن الجسر سيفتح غدا."
    assert claims(text) == [("قال", "وزير النقل سالم الحموي", ("الجسر سيفتح غدا",))]


def test_a_verb_behind_its_speaker() -> None:
    text = "وكانت وزارة النقل قد أعلنت في وقت سابق أن الطريق مغلق."
    assert claims(text) == [("أعلنت", "وزارة النقل", ("الطريق مغلق",))]


def test_a_setting_between_speaker_and_content() -> None:
    text = "وأوضح المتحدث باسم الوزارة في مؤتمر صحفي عقده أمس أن المعبر مفتوح."
    assert claims(text) == [("أوضح", "المتحدث باسم الوزارة", ("المعبر مفتوح",))]


def test_an_apposition_between_commas_belongs_to_the_speaker() -> None:
    text = "وقال مدير المركز، سالم الحموي، إن الجرحى نقلوا إلى المشفى."
    assert claims(text) == [("قال", "مدير المركز، سالم الحموي", ("الجرحى نقلوا إلى المشفى",))]


def test_what_is_told_of_a_speaker_stands_in_front_of_his_words() -> None:
    text = "أعلنت جبهة الشمال، وهي تحالف يضم أربعة فصائل، انسحابها من البلدة."
    assert claims(text) == [("أعلنت", "جبهة الشمال", ("انسحابها من البلدة",))]


def test_a_source_with_a_clause_about_it_ends_before_what_it_told() -> None:
    text = "أعلنت الإذاعة نقلا عن الوزارة التي يديرها المتمردون مقتل خمسة."
    assert claims(text) == [("أعلنت", "الوزارة التي يديرها المتمردون", ("مقتل خمسة",))]


def test_a_short_deed_with_ba_is_no_name_of_the_speaker() -> None:
    assert claims("تعهد الرئيس بشن حرب طويلة.") == [("تعهد", "الرئيس", ("شن حرب طويلة",))]


def test_a_few_words_in_marks_are_speech_where_they_tell_something() -> None:
    text = "قال قائد الشرطة إن المهاجم فر. وقال “قتل اثنان من الحراس”."
    assert claims(text)[-1] == ("قال", None, ("قتل اثنان من الحراس",))


def test_a_subject_in_the_verb_goes_on_with_the_last_speaker() -> None:
    text = "قالت وزارة الصحة إن المشفى يعمل.\nوأضافت أن الدواء متوفر."
    first, second = read(text).claims
    assert second.source is None
    assert first.chain[-1].actor == second.chain[-1].actor


def test_a_subject_in_the_verb_agrees_with_its_speaker() -> None:
    text = "قالت وزارة الصحة إن المشفى يعمل.\nوقال المتحدث سالم الحموي إن الطريق آمن.\nوأضافت أن الدواء متوفر."
    first, second, third = read(text).claims
    assert third.chain[-1].actor == first.chain[-1].actor != second.chain[-1].actor


def test_a_short_definite_phrase_takes_up_the_speaker() -> None:
    text = "قال مصدر عسكري في المدينة إن الجسر سقط.\nوأضاف المصدر أن الجيش انسحب."
    first, second = read(text).claims
    assert first.chain[-1].actor == second.chain[-1].actor


def test_two_speakers_of_one_cue_stand_both_at_the_end_of_the_chain() -> None:
    text = "أكدت وسائل إعلام محلية، وناشطون، أن القصف توقف."
    assert len(read(text).claims[0].chain) == 3


def test_a_participle_carries_on_the_report() -> None:
    text = "قال المتحدث إن الطريق مغلق، مشيرا إلى أن العمل مستمر لفتحه."
    first, second = read(text).claims
    assert words(text, first)[2] == ("الطريق مغلق",)
    assert words(text, second) == ("مشيرا", None, ("العمل مستمر لفتحه",))
    assert first.chain[-1].actor == second.chain[-1].actor


def test_a_split_word_is_read_as_one() -> None:
    text = "قال المتحدث إن الطريق مغلق , مشير ا إلى أن العمل مستمر ."
    assert [c[0] for c in claims(text)] == ["قال", "مشير ا"]


def test_a_headline_with_a_colon() -> None:
    text = "وزير النقل: الجسر سيفتح غدا"
    page = segment(model.new_document(text), kit())
    found = attribute(page, recognise(page, kit()), kit()).claims
    assert [words(text, c) for c in found] == [(":", "وزير النقل", ("الجسر سيفتح غدا",))]


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن الجسر بني قبل عشرين عاما.",
        "ويشار إلى أن المدينة تضم ثلاثة مشاف.",
        "دارت معارك بين قوات النظام والفصائل في محيط البلدة.",
        "قصف الطيران البلدة دون ورود أنباء عن إصابات.",
        "وتعتبر المدينة مركزا تجاريا مهما.",
    ],
)
def test_the_outlets_own_voice_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_an_impersonal_belief_is_a_hedged_claim_of_nobody() -> None:
    claim = one("ويعتقد أن الحريق متعمد.", "يعتقد")
    assert claim.source is None
    assert [c.actor for c in claim.chain] == ["outlet"]
    assert claim.certainty == "hedged"


# -- content ---------------------------------------------------------------------------------------------------------


def test_a_preposition_behind_its_clause() -> None:
    text = "كما استهدف القصف أطراف البلدة، بحسب الدفاع المدني."
    assert claims(text) == [("بحسب", "الدفاع المدني", ("استهدف القصف أطراف البلدة",))]


def test_a_preposition_before_its_clause() -> None:
    text = "ووفقا للبيان، فإن الأعمال ستتوقف غدا."
    assert claims(text) == [("وفقا", "للبيان", ("الأعمال ستتوقف غدا",))]


def test_a_preposition_inside_its_clause_splits_the_content() -> None:
    text = "وتركزت الغارات بحسب المرصد على محيط البلدة."
    assert claims(text) == [("بحسب", "المرصد", ("تركزت الغارات", "على محيط البلدة"))]


def test_a_contrast_with_a_speaker_of_its_own_ends_the_content() -> None:
    text = "قالت الوزارة إن الجسر سليم، لكن المحافظ أكد أن الجسر انهار."
    assert claims(text)[0] == ("قالت", "الوزارة", ("الجسر سليم",))


def test_a_contrast_without_a_speaker_belongs_to_the_content() -> None:
    text = "قالت الوزارة إن الجسر سليم، لكن الطريق إليه مقطوع."
    assert claims(text) == [("قالت", "الوزارة", ("الجسر سليم، لكن الطريق إليه مقطوع",))]


def test_a_quotation_of_several_sentences_is_one_content() -> None:
    text = 'وقال المحافظ: "فتحنا الطريق أمس. وسنفتح الجسر غدا".'
    claim = read(text).claims[0]
    assert words(text, claim)[2] == ("فتحنا الطريق أمس. وسنفتح الجسر غدا",)
    assert claim.quotation == "direct"


def test_a_quotation_before_its_verb() -> None:
    text = "«الهدنة صامدة في كل الجبهات منذ أمس»، قال المتحدث سالم الحموي."
    assert claims(text) == [("قال", "المتحدث سالم الحموي", ("الهدنة صامدة في كل الجبهات منذ أمس",))]


def test_a_name_in_marks_is_no_quotation() -> None:
    text = 'وقال الناطق إن "حركة النور" انسحبت من البلدة.'
    assert read(text).claims[0].quotation == "indirect"


def test_speech_in_marks_makes_the_content_mixed() -> None:
    text = 'وقال الناطق إن الحركة "لن تنسحب من البلدة مهما كان الثمن" كما طلب منها.'
    assert read(text).claims[0].quotation == "mixed"


# -- chains ----------------------------------------------------------------------------------------------------------


def test_an_agency_that_quotes_a_source() -> None:
    text = "ونقلت وكالة الشرق عن مصدر أمني قوله إن المعبر أغلق."
    claim = one(text, "نقلت")
    assert words(text, claim)[1] == "مصدر أمني"
    assert chain(text, claim)[1:] == ["وكالة الشرق", "مصدر أمني"]


def test_an_outlet_around_a_speakers_own_cue() -> None:
    text = "وبحسب قناة الفجر، أفاد المبعوث سالم الحموي أن الوفد وصل."
    outer, inner = read(text).claims
    assert outer.embeds == inner.id
    assert len(inner.chain) == 3
    assert inner.chain[1].actor == outer.chain[-1].actor


def test_a_report_inside_a_report_holds_both_voices() -> None:
    text = "قال المتحدث إن الوزير طالب المجلس بعقد جلسة."
    outer, inner = read(text).claims
    assert (outer.stance, inner.stance) == ("asserts", "demands")
    assert [c.actor for c in inner.chain][:-1] == [c.actor for c in outer.chain]


def test_a_spokesman_speaks_for_a_state() -> None:
    text = "ودعت روسيا على لسان الناطق سالم الحموي إلى وقف القصف."
    claim = one(text, "دعت")
    assert words(text, claim)[1] == "روسيا على لسان الناطق سالم الحموي"
    assert claim.chain[-1].role == "spokesperson"


def test_every_actor_of_a_chain_is_in_the_reading() -> None:
    text = "وأفاد مصدر طبي لوكالة الشرق بوصول ثلاثة جرحى.\nوقال ناشطون إن القصف مستمر."
    reading = read(text)
    known = {a.id for a in reading.actors} | {"outlet"}
    assert all(link.actor in known for claim in reading.claims for link in claim.chain)
    assert all(a.mentions for a in reading.actors)


# -- stance ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("أكد الوزير ضرورة وقف القصف.", "أكد", "demands"),
        ("قال الوزير إنه مستعد للحوار.", "قال", "offers"),
        ("وقال المحافظ: سنفتح الطريق غدا.", "قال", "pledges"),
        ("ورفض المتحدث التعليق على الحادث.", "رفض", "withholds"),
        ("ولم يحدد الوزير موعد الزيارة.", "لم يحدد", "withholds"),
        ("ولم تعلق الوزارة على الحادث.", "لم تعلق", "withholds"),
        ("ولم يستبعد الوزير عودة القتال.", "لم يستبعد", "predicts"),
        ("وأعلن الجيش مقتل ثلاثة مدنيين.", "أعلن", "asserts"),
        ("وأعرب الوزير عن أمله في أن تصمد الهدنة.", "أعرب", "hopes"),
        ("ونفى الجيش قصف القرية.", "نفى", "denies"),
        ("واتهم الجيش الفصائل بخرق الهدنة.", "اتهم", "accuses"),
        ("وقال المتحدث إنه لا صحة للأنباء.", "قال", "denies"),
    ],
)
def test_stance_by_what_the_speaker_does(text: str, cue: str, stance: str) -> None:
    assert one(text, cue).stance == stance


def test_a_distancing_verb_is_hedged() -> None:
    assert one("وزعمت الصحيفة أن الوفد انسحب.", "زعمت").certainty == "hedged"


def test_an_unnamed_speaker_who_declines_to_be_named() -> None:
    text = "وقال مسؤول طلب عدم ذكر اسمه إن المعبر مغلق."
    told = one(text, "قال")
    kept = one(text, "طلب عدم ذكر")
    assert words(text, told)[1] == "مسؤول"
    assert words(text, kept) == ("طلب عدم ذكر", "مسؤول", ("اسمه",))
    assert kept.stance == "withholds"
    assert told.chain[-1].actor == kept.chain[-1].actor


# -- the whole --------------------------------------------------------------------------------------------------------


def test_every_claim_says_why() -> None:
    text = "قال المتحدث إن الطريق مغلق، مشيرا إلى أن العمل مستمر لفتحه."
    traced = pipeline.trace(model.new_document(text), kit())
    why = {t.record: t for t in traced.traces}
    for claim in traced.reading.claims:
        trace = why[claim.id]
        assert trace.entry is not None
        assert trace.entry.startswith("attribute/")
        assert trace.rule == claim.rule
        assert claim.cue is not None
        assert claim.cue.span in trace.spans


def test_the_same_text_gives_the_same_claims() -> None:
    text = "قال مصدر عسكري إن الجسر سقط.\nوأضاف المصدر أن الجيش انسحب، بحسب وكالة الشرق."
    document = model.new_document(text)
    first, second = (msgspec.json.encode(pipeline.read(document, kit()).claims) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", ["", " ", "\n\n", "قال", "قال:", '"', "بحسب", "لم", "نقلت عن", "، أن", 'قال "'])
def test_scraps_of_text_are_read_without_an_error(text: str) -> None:
    assert read(text).claims == ()


def test_a_speaker_in_marks_is_the_actor_it_names() -> None:
    text = "وذكرت “هيئة تحرير الشام” أن الهدنة صامدة في البلدة."
    [claim] = pipeline.read(model.new_document(text), kit()).claims
    assert claim.chain[-1].actor == "hts"


def test_a_denial_by_pronoun_has_what_it_denies() -> None:
    text = "ردد الموقع اتهامات ينفيها المسلحون."
    claims = pipeline.read(model.new_document(text), kit()).claims
    [denial] = [c for c in claims if c.stance == "denies"]
    assert denial.cue is not None
    assert text[slice(*denial.cue.span)] == "ينفيها"
    assert any("اتهامات" in text[slice(*span)] for span in denial.content)


def test_a_hamza_that_a_verb_lacks_makes_another_word() -> None:
    assert not read("نجا الطفلان: رؤى وفواز، ووالدهما وعائشة.").claims
    assert [c.stance for c in read("روى شهود أن القصف استهدف السوق.").claims] == ["asserts"]


def test_a_capital_that_leads_or_is_spoken_to_is_a_government() -> None:
    text = "دعته واشنطن إلى وقف القصف."
    reading = read(text)
    assert [a.id for a in reading.actors if a.kind == "state"] == ["us"]
    assert [text[slice(*c.source.span)] for c in reading.claims if c.source] == ["واشنطن"]


# -- builds that only code reads ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وعاد الوزير ليؤكد أن الاتفاق قائم.", "يؤكد", "الوزير"),
        ("ولا تزال موسكو تنفي قصف القرية.", "تنفي", "موسكو"),
        ("ونشرت الحركة بيانا جاء فيه أن الهدنة انتهت.", "جاء فيه", "الحركة"),
        ("ونقل الموقع عن مصادر طبية، مقتل مدني في القصف.", "نقل", "مصادر طبية"),
        ("وسيطر الفصيل على القرية ضمن المعركة التي أعلنت عنها القيادة أمس.", "أعلنت", "القيادة"),
        ("ولم يستبعد الوزير تدخلا عسكريا في المنطقة.", "لم يستبعد", "الوزير"),
        ("وتحدثت تقارير غير رسمية عن مقتل القائد.", "تحدثت", "تقارير غير رسمية"),
        ("وغالبا تنفي الحركة هذه الأنباء.", "تنفي", "الحركة"),
    ],
)
def test_a_report_is_found_where_its_parts_stand_apart(text: str, cue: str, source: str | None) -> None:
    assert (cue, source) in [c[:2] for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "إذا كنت تعتقد أن المقال يحوي خطأ فاكتب إلينا.",
        "ومنذ مطلع العام وُثق مقتل خمسين مدنيا في القرية.",
        "وتسيطر الفصائل على ما يسمى المنطقة الآمنة.",
        "وكان في القافلة شاب يدعى سالم الحموي.",
        "وانسحبت القوات من البلدة التي تعتبر قريبة من الجبهة.",
        "وانتهت المعركة من دون أن تحدث أي مواجهات في الحي.",
    ],
)
def test_what_is_no_report_gives_no_claim(text: str) -> None:
    assert claims(text) == []


def test_what_was_agreed_says_nothing() -> None:
    text = "وأكد المبعوث الروسي أن تركيا تعهدت وفق مذكرة سوتشي بإخراج المسلحين من المدينة."
    assert [text[c.cue.span[0] : c.cue.span[1]] for c in read(text).claims if c.cue] == ["أكد", "تعهدت"]


def test_a_line_above_the_headline_is_its_speakers_report() -> None:
    text = "في نفي للاتهامات الأوروبية بقصف المدارس\nالجيش الروسي يعلن وقف الغارات\n\nأعلن الجيش الروسي أمس وقف الغارات."
    denial = next(c for c in read(text).claims if c.stance == "denies")
    assert [link.actor.split(".")[0] for link in denial.chain] == ["outlet", "ru"]
