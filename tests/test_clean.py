"""The clean stage: what is not the article, whose it is, and that prose is left alone."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest
import yaml

from marsad.kit import load
from marsad.lexicon import clean as shelf
from marsad.lexicon.clean import CleanLexicon
from marsad.lexicon.loader import LexiconError
from marsad.model import Document, Outlet, new_document
from marsad.stages.clean import clean
from marsad.stages.clean.boilerplate import boilerplate
from marsad.stages.clean.line import lines_of
from marsad.stages.clean.outlet import find_outlet


@pytest.fixture(scope="module")
def lexicon() -> CleanLexicon:
    return shelf.load()


def cut(document: Document, lexicon: CleanLexicon) -> str:
    """What is left of a text without its boilerplate, white space collapsed."""
    kept = list(document.text)
    for block in boilerplate(document, lines_of(document.text), lexicon):
        kept[block.span[0] : block.span[1]] = "\0" * (block.span[1] - block.span[0])
    return " ".join("".join(kept).replace("\0", "").split())


def test_every_furniture_example_is_cut_and_nothing_else(lexicon: CleanLexicon) -> None:
    wrong = []
    for entry in lexicon.furniture.values():
        assert entry.examples, entry.id
        for example in entry.examples:
            want = example.text
            for piece in example.boilerplate:
                assert piece in example.text, (entry.id, piece)
                want = want.replace(piece, "", 1)
            if cut(new_document(example.text), lexicon) != " ".join(want.split()):
                wrong.append((entry.id, cut(new_document(example.text), lexicon)))
    assert not wrong


def test_prose_with_the_same_words_is_kept(lexicon: CleanLexicon) -> None:
    wrong = []
    for entry in lexicon.furniture.values():
        for sentence in entry.never:
            text = f"{sentence}\n\n{sentence.replace('أن', 'بأن')} وتابعت المصادر أن الوضع هادئ في البلدة منذ الصباح."
            if boilerplate(new_document(text), lines_of(text), lexicon):
                wrong.append((entry.id, sentence))
    assert not wrong


def test_a_headline_of_a_deed_is_no_byline(lexicon: CleanLexicon) -> None:
    text = "تحرير رهائن احتجزهم مسلحون\n\nقالت الشرطة إن الرهائن نقلوا إلى مكان آمن في العاصمة."
    assert not boilerplate(new_document(text), lines_of(text), lexicon)


def test_a_headline_that_promises_pictures_is_no_caption(lexicon: CleanLexicon) -> None:
    text = "جرحى بقصف على سوق البلدة (صور)\n\nأصيب ثلاثة مدنيين في قصف مدفعي على سوق البلدة صباح الأحد، وفق السكان."
    assert not boilerplate(new_document(text), lines_of(text), lexicon)


def test_a_title_told_twice_is_cut_once(lexicon: CleanLexicon) -> None:
    body = "قتل ثلاثة مدنيين في قصف مدفعي على سوق البلدة صباح الأحد، وفق الدفاع المدني في المحافظة."
    text = f"قتلى بقصف على سوق البلدة\n\nقتلى بقصف على سوق البلدة\n\n{body}"
    assert cut(new_document(text), lexicon) == f"قتلى بقصف على سوق البلدة {body}"


def test_the_tail_of_headlines_is_cut_but_a_subheading_is_kept(lexicon: CleanLexicon) -> None:
    one = "قتل ثلاثة مدنيين في قصف مدفعي على سوق البلدة صباح الأحد، وفق الدفاع المدني في المحافظة."
    two = "وقالت المصادر إن فرق الإسعاف نقلت الجرحى إلى المشافي القريبة من المكان بعد ساعتين من القصف."
    text = f"{one}\nانتخابات محلية\n{two}\nارتفاع أسعار الوقود في الشمال\nفريق الجيش يفوز بالدوري"
    assert cut(new_document(text), lexicon) == f"{one} انتخابات محلية {two}"


ONE = "قتل ثلاثة مدنيين في قصف مدفعي على سوق البلدة صباح الأحد، وفق الدفاع المدني في المحافظة."
TWO = "وقالت المصادر إن فرق الإسعاف نقلت الجرحى إلى المشافي القريبة من المكان بعد ساعتين من القصف."


def test_a_headline_and_the_beginning_of_its_story_are_a_teaser(lexicon: CleanLexicon) -> None:
    teaser = "اعتقال طالب أمام السفارة\n\nألقت السلطات القبض على طالب في جامعة العاصمة بعد أن كتب شعارات على جدار السفارة مساء الثلاثاء. وأكدت..."
    assert cut(new_document(f"{ONE}\n\n{TWO}\n\n{teaser}\n\nfacebook\n\ntwitter"), lexicon) == f"{ONE} {TWO}"
    assert cut(
        new_document(f"{ONE}\n\n{TWO}\n\nوأضافت المصادر أن أعمال البحث عن ناجين تحت الأنقاض ستستمر طوال الليل في..."), lexicon
    ).endswith("في...")


def test_headlines_behind_the_article_may_ask_or_break_off(lexicon: CleanLexicon) -> None:
    tail = "تعزيزات عسكرية تصل إلى الحدود الجنوبية مع نشر لواء...\nما سر استبعاد المدينة من قائمة العقوبات الأخيرة على البلاد؟\nحظر جديد للتجول في العاصمة\nاعتذار رسمي عن تصريحات الناطق"
    assert cut(new_document(f"{ONE}\n{TWO}\n{tail}"), lexicon) == f"{ONE} {TWO}"
    question = "فهل تصمد الهدنة هذه المرة أمام خروقات الطرفين في ريف المدينة؟"
    assert cut(new_document(f"{ONE}\n{TWO}\n{question}"), lexicon) == f"{ONE} {TWO} {question}"


def test_headlines_with_their_hours_above_the_title_are_a_ticker(lexicon: CleanLexicon) -> None:
    ticker = "08:25 م قانون جديد للبلديات\n03:56 م ضباط يكشفون خطط الغزو البري للمدينة"
    assert cut(new_document(f"{ticker}\nقتلى في سوق البلدة\n{ONE}\n{TWO}"), lexicon) == f"قتلى في سوق البلدة {ONE} {TWO}"


def test_a_title_with_the_outlet_and_told_again_below_is_cut_once(lexicon: CleanLexicon) -> None:
    title = "مقتل شخصين وإصابة ستة في هجوم انتحاري استهدف مقر الشرطة"
    text = f"{title} | شبكة الضفتين\n{title} أمس الأحد\n{ONE}\n{TWO}"
    assert cut(new_document(text), lexicon) == f"{title} أمس الأحد {ONE} {TWO}"


def test_a_headline_with_a_colon_is_no_byline(lexicon: CleanLexicon) -> None:
    for line in ("وزير النقل: الجسر سيفتح غدا", "مراسل الجزيرة: قصف على حلب"):
        assert cut(new_document(f"{line}\n\nقال الوزير إن الجسر سيفتح غدا أمام حركة السيارات بعد إصلاحه."), lexicon).startswith(
            line
        )
    for line in ("دير الزور ـ نورث برس", "لندن: «الشرق الأوسط»", "رويترز"):
        assert not cut(new_document(line), lexicon)


@pytest.mark.parametrize(
    ("text", "url", "outlet", "basis"),
    [
        ("موسكو-سانا\n\nأعلنت وزارة الدفاع أن الهدنة صامدة.", None, "sana", "dateline"),
        ("بلدي نيوز - (خاص)\n\nقال ناشطون إن القصف توقف.", None, "baladi_news", "dateline"),
        ("وأوضح مصدر عسكري لعنب بلدي أن المعارك مستمرة.", None, "enab_baladi", "self_mention"),
        ("وقالت الهيئة في بيان اطلع عليه موقع الوسيلة إن الهدنة انهارت.", None, "alwasila", "self_mention"),
        ("قال المتحدث إن الهدنة صامدة.", "https://www.aljazeera.net/news/1", "aljazeera", "url"),
        ("قال المتحدث لوكالة رويترز إن الهدنة صامدة.", None, None, "unknown"),
        ("قال المتحدث إن الهدنة صامدة.", "https://example.org/x", None, "unknown"),
    ],
)
def test_the_outlet_comes_from_what_is_there(
    text: str, url: str | None, outlet: str | None, basis: str, lexicon: CleanLexicon
) -> None:
    found, _, _ = find_outlet(new_document(text, url=url), lines_of(text), lexicon)
    assert (found.id, found.basis) == (outlet, basis)
    if basis in ("dateline", "self_mention"):
        assert found.span is not None
        assert found.name is not None
        assert found.name.ar is not None
        assert text[found.span[0] : found.span[1]].endswith(found.name.ar)


def test_two_outlets_spoken_to_are_a_doubt_not_a_guess(lexicon: CleanLexicon) -> None:
    text = "وقال مصدر لعنب بلدي إن الهدنة صامدة. وأكد آخر لتلفزيون سوريا أن القصف مستمر."
    found, why, doubts = find_outlet(new_document(text), lines_of(text), lexicon)
    assert found == Outlet()
    assert why is None
    assert len(doubts) == 1


def test_a_given_domain_becomes_the_outlet_it_belongs_to(lexicon: CleanLexicon) -> None:
    document = new_document("نص.", outlet=Outlet(id="enabbaladi.net", basis="given"))
    assert find_outlet(document, lines_of(document.text), lexicon)[0].id == "enab_baladi"
    strange = new_document("نص.", outlet=Outlet(id="my-paper", basis="given"))
    assert find_outlet(strange, lines_of(strange.text), lexicon)[0].id == "my-paper"


def test_a_users_outlets_are_known_by_dateline_name_and_address(tmp_path: Path) -> None:
    file = tmp_path / "outlets.yml"
    file.write_text(
        "outlets:\n  - {id: ours, ar: جريدة الساحل, en: Sahel, domain: sahel.example, spellings: [الساحل, جريدة الساحل]}\n",
        encoding="utf-8",
    )
    mine = shelf.load(extra=[file])
    text = "قال مصدر أمني للساحل إن الهدنة صامدة."
    assert find_outlet(new_document(text), lines_of(text), mine)[0].id == "ours"
    assert find_outlet(new_document("نص.", url="https://sahel.example/1"), lines_of("نص."), mine)[0].basis == "url"


def test_a_users_outlet_may_have_a_side(tmp_path: Path) -> None:
    file = tmp_path / "outlets.yml"
    file.write_text(
        "outlets:\n  - {id: ours, ar: جريدة الساحل, en: Sahel, domain: sahel.example, side: rebels}\n", encoding="utf-8"
    )
    lexicon = shelf.load(extra=[file])
    document = new_document("انعقد السوق.", url="https://sahel.example/a")
    outlet, _, _ = find_outlet(document, [], lexicon)
    assert (outlet.id, outlet.side) == ("ours", "rebels")


def test_a_broken_file_of_outlets_is_named(tmp_path: Path) -> None:
    file = tmp_path / "outlets.yml"
    file.write_text("outlets:\n  - {id: ours, ar: جريدة, en: Paper, adress: x}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"outlets\.yml.*adress"):
        shelf.load(extra=[file])


def test_the_example_articles_without_an_outlet_tell_theirs() -> None:
    folder = Path(__file__).parent.parent / "examples"
    mine = shelf.load(extra=[folder / "outlets.yml"])
    texts = {
        row["id"]: row["text"] for row in map(json.loads, (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    }
    for row in yaml.safe_load((folder / "withheld.yml").read_text(encoding="utf-8")):
        text = texts[row["article"]]
        found, _, _ = find_outlet(new_document(text), lines_of(text), mine)
        assert (found.id, found.basis) == (row["outlet"], row["basis"])


PROSE = "قال سكان إن القصف طال سوقا شعبية في البلدة صباح السبت . وأضافوا أن فرق الإسعاف نقلت عددا من الجرحى إلى مشفى قريب"


@pytest.mark.parametrize(
    ("foot", "cut"),
    [
        (" .\nلا توجد تعليقات على الخبر المشاركة تعني قبول الشروط 2019 حقوق النشر محفوظة للموقع", "لا توجد تعليقات"),
        (" .\nاتصل بنا من نحن Email Address 1 / 4 Sign up now .\nجميع الحقوق محفوظة 2018", "اتصل بنا"),
        # The article's last sentence was not ended.
        (" رابط مختصر اترك تعليقا جميع الحقوق محفوظة 2017", "رابط مختصر"),
    ],
)
def test_forms_menus_and_rights_at_the_end_of_a_page_in_one_line_are_not_the_article(
    foot: str, cut: str, lexicon: CleanLexicon
) -> None:
    document = new_document(PROSE + foot)
    (block,) = boilerplate(document, lines_of(document.text), lexicon)
    assert document.text[slice(*block.span)] == (PROSE + foot)[(PROSE + foot).index(cut) :]


def test_one_word_that_looks_like_a_menu_does_not_cut_the_article(lexicon: CleanLexicon) -> None:
    document = new_document(PROSE + " .\nوطالبوا بأن تكون جميع الحقوق محفوظة للنازحين في العودة إلى ديارهم .")
    assert boilerplate(document, lines_of(document.text), lexicon) == ()


STORY = [
    "قتل مدنيان وجرح خمسة آخرون في قصف مدفعي لقوات النظام على سوق بلدة في ريف إدلب صباح السبت.",
    "وقال الدفاع المدني إن القصف المدفعي طال السوق الشعبية وأحياء سكنية قريبة منه في البلدة.",
    "وأضاف أن فرقه أسعفت الجرحى إلى مشفى قريب، وأن بينهم طفلين حالتهما حرجة للغاية.",
]


@pytest.mark.parametrize(
    ("between", "cut"),
    [
        ("ارتفاع أسعار الخضار والفواكه في أسواق العاصمة قبيل العيد", True),
        ("الدفاع المدني: القصف المدفعي على السوق الشعبية أوقع طفلين بين الجرحى", False),
        ("تفاصيل القصف", False),
    ],
)
def test_a_headline_between_paragraphs_that_speaks_of_something_else_is_a_link(
    between: str, *, cut: bool, lexicon: CleanLexicon
) -> None:
    text = "\n\n".join([STORY[0], between, *STORY[1:]])
    blocks = boilerplate(new_document(text), lines_of(text), lexicon)
    assert [text[slice(*b.span)] for b in blocks] == ([between] if cut else [])


def test_paragraphs_that_hold_the_words_of_a_menu_are_prose(lexicon: CleanLexicon) -> None:
    told = (
        "قال رئيس المجلس المحلي لمكتب أخبار سوريا إن الوقفة شارك فيها موظفون وعمال وأهال من البلدة والقرى القريبة منها "
        "وإنهم حملوا لافتات تطالب بفتح الطريق وإدخال المساعدات والدواء إلى المحاصرين قبل حلول الشتاء والبرد والثلوج"
    )
    text = f"{PROSE} .\n{told} .\nوكرر لمكتب أخبار سوريا أن {told} .\nاشترك الآن حقوق النشر محفوظة اتصل بنا 2017"
    (block,) = boilerplate(new_document(text), lines_of(text), lexicon)
    assert "المحاصرين" not in text[slice(*block.span)]


def test_a_headline_told_twice_below_the_first_paragraph_is_another_story(lexicon: CleanLexicon) -> None:
    head = "وزير النقل: إعادة تشغيل السكك الحديدية خلال شهرين"
    text = "\n\n".join([STORY[0], head, head, *STORY[1:]])
    (block,) = boilerplate(new_document(text), lines_of(text), lexicon)
    assert text[slice(*block.span)] == f"{head}\n\n{head}"


def test_a_wrapped_page_has_the_boilerplate_of_the_same_page_unwrapped() -> None:
    last = "وأكد ناشطون أن الطيران المروحي حلق بعدها فوق المنطقة ثم غادرها من دون أن يقصف."
    page = [*STORY, last, "جميع الحقوق محفوظة 2019"]
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 52)) for paragraph in page)
    cleaned = clean(new_document(wrapped), load())
    assert [wrapped[slice(*span)] for span in cleaned.document.boilerplate] == ["جميع الحقوق محفوظة 2019"]


def test_a_post_inside_an_article_of_one_line_does_not_take_the_article_with_it(lexicon: CleanLexicon) -> None:
    told = " ".join(["قالت الوزارة إن جنديين قتلا في غارة جوية على مواقعها قرب الحدود صباح الخميس."] * 5)
    post = "Two soldiers killed near the border https://t.co/AbCdEf1 — A NEWSPAPER (@newspaper) February 20, 2021"
    text = f"{told} {post} {told}"
    blocks = boilerplate(new_document(text), lines_of(text), lexicon)
    assert [text[b.span[0] : b.span[1]] for b in blocks] == [post]


ARTICLE = "\n".join(
    f"وقال الوزير في اليوم {day} إن الحوار مستمر بين الأطراف في العاصمة وإن الوفود باقية."
    for day in ("الأول", "الثاني", "الثالث", "الرابع")
)
CAPTIONS = (
    "وصول الوفود إلى الفندق",
    "الجلسة الأولى بين الطرفين",
    "انفجار قرب مقر الحوار",
    "توقيع الاتفاق أمام الحضور",
    "عودة الوفود إلى بلادها",
)


def test_a_gallery_below_the_article_is_none_of_it(lexicon: CleanLexicon) -> None:
    gallery = "\n".join(
        f"محطات في تاريخ الحوار بين الطرفين {caption}.\nوتظهر هنا {caption} في الصيف الماضي." for caption in CAPTIONS
    )
    text = f"{ARTICLE} ( رويترز ) {gallery}"
    blocks = boilerplate(new_document(text), lines_of(text), lexicon)
    assert [(text[b.span[0] : b.span[1]], b.rule) for b in blocks] == [(gallery, "gallery")]


def test_lines_that_open_alike_above_the_article_or_in_it_are_no_gallery(lexicon: CleanLexicon) -> None:
    alike = "\n".join(
        f"قصفت القوات الحكومية فجر اليوم بلدة {n} في الريف الشمالي بعدة قذائف."
        for n in ("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة")
    )
    for text in (f"{alike}\n{ARTICLE}", f"{ARTICLE}\n{alike}\n{ARTICLE.replace('الوزير', 'السفير')}"):
        assert not [b for b in boilerplate(new_document(text), lines_of(text), lexicon) if b.rule == "gallery"]


BEGUN = " ".join(f"أعلن وزير {what} أن بلاده تبدأ الشهر المقبل خطة جديدة من أجل . . ." for what in ("الطاقة", "الزراعة", "النقل"))


def test_stories_begun_at_the_foot_of_a_page_are_not_the_article(lexicon: CleanLexicon) -> None:
    text = f"{ARTICLE} {BEGUN} جميع الحقوق محفوظة"
    blocks = boilerplate(new_document(text), lines_of(text), lexicon)
    assert any(BEGUN in text[b.span[0] : b.span[1]] for b in blocks)


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGUN} {ARTICLE}",  # the article goes on behind them
        f"{ARTICLE.splitlines()[0]} {BEGUN}",  # a page of nothing but beginnings is a review of the news
        f"{ARTICLE} قلنا له . . . لماذا جئت . . . فقال . . . جئت لأبقى.",  # pauses
    ],
)
def test_dots_elsewhere_cut_nothing(text: str, lexicon: CleanLexicon) -> None:
    assert not [b for b in boilerplate(new_document(text), lines_of(text), lexicon) if b.rule == "teasers"]
