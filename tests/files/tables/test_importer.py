"""A published table as a framework."""

from __future__ import annotations

import os
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.files.tables.importer import read_table

from .tools import INVENTED, cell, workbook

FILES = sorted(INVENTED.iterdir(), key=lambda path: path.name)
EXPECTED = {
    "food-safety": [
        ("budding", "The kitchen keeps raw and cooked food apart."),
        ("budding", "Somebody on each shift has a hygiene certificate."),
        ("budding", "Fridges are checked & written down daily."),
        ("steady", "Menus are planned a week ahead, with what is in season."),
        ("steady", "Suppliers are named, and each can be traced."),
        ("thriving", "The kitchen trains its neighbours in food safety."),
    ],
    "guests-welcome": [
        ("budding", "Every guest is greeted at the door – by name where it is known."),
        ("steady", "Guests help to choose the menu."),
        ("steady", "A quiet table is kept for those who want one."),
        ("thriving", "Guests run an evening of their own, ‘the open pot’."),
        ("thriving", "Former guests sit on the committee."),
    ],
    "money-stock-sharing": [
        ("budding", "There is a budget for the year."),
        ("budding", "The stock is counted once a month."),
        ("steady", "Three months of costs are held in reserve."),
        ("thriving", "Left-over food goes to <5 partners nearby, and none is thrown away."),
        ("thriving", "=SUM of what was saved is told to the public."),
    ],
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_invented_table(path: Path) -> None:
    """An invented table gives one framework, whatever its format and layout."""
    found = mt.import_table(path, framework_id="kitchen", title="Warm kitchens")
    assert [level.label for level in found.levels] == [
        "Budding kitchen",
        "Steady kitchen",
        "Thriving kitchen",
    ]
    said = {node.id: [(item.level, item.text) for item in node.items] for node in found.dimensions}
    assert said == EXPECTED
    weights = {item.id: item.weight for item in found.items if item.weight != 1}
    assert weights == ({"money-stock-sharing.budget-year": 2} if "list" in path.name else {})
    first = found.items[0]
    assert first.id == "food-safety.keeps-raw-cooked"
    assert first.source.place == "Food and safety, budding, 1"
    assert {item.source.wording for item in found.items} == {"verbatim"}


def test_formats_agree() -> None:
    """The files of one layout give the same framework to the letter, but for their names."""
    for layout in ("grid", "list"):
        files = [path for path in FILES if ("list" in path.name) == (layout == "list")]
        found = [mt.import_table(path, framework_id="kitchen", title="Warm") for path in files]
        assert len({framework.digest for framework in found}) == 1


def test_text() -> None:
    """The file reads back as the framework, and says where it comes from and whose words it has."""
    imported = read_table(INVENTED / "kitchen.csv", None, "auto", {})
    assert mt.parse_framework(imported.text) == imported.framework
    assert imported.text.startswith(
        "# Made by 'maturity import' from kitchen.csv, read as a grid.\n"
        "# The words are the document's own, and the rights in them are its publisher's. Keep this "
        'file\n# where you may keep the document.\n\nschema = 1\nid = "kitchen"\n'
    )
    assert imported.notes == (
        "levels, lowest first: Budding kitchen, Steady kitchen, Thriving kitchen",
        "statements: 16",
    )


def test_names(tmp_path: Path) -> None:
    """The id and the title come from the file's name, unless they are stated."""
    table = "Theme,A b,B c\nTea,1,2\n"
    names = {
        "Our Tool (2013).csv": ("our-tool-2013", "Our Tool (2013)"),
        "–.csv": ("imported", "–"),
        "x" * 90 + ".csv": ("x" * 60, "X" + "x" * 89),
        "a\nid = 1 #.csv": ("a-id-1", "A id = 1 #"),
    }
    for name, (own_id, title) in names.items():
        path = tmp_path / name
        path.write_text(table, "utf-8")
        found = mt.import_table(path)
        assert (found.id, found.title, found.edition) == (own_id, title, "1")
    stated = mt.import_table(path, framework_id="tea", title="T\udcff\nx", edition="2013")
    assert (stated.id, stated.title, stated.edition) == ("tea", "T\ufffd x", "2013")


def test_list_with_parts(tmp_path: Path) -> None:
    """Parts are parts; without levels a dimension is the mean of what is in it."""
    path = tmp_path / "t.csv"
    path.write_text(
        "Theme,Part,Text,Tags\nTea,,Cups match,\nTea,Leaf,Leaves are dry,hot\nTea,Tea,Tea is hot,",
        "utf-8",
    )
    notes: list[str] = []
    found = mt.import_table(path, tell=notes.append)
    assert [item.id for item in found.items] == [
        "tea.cups-match",
        "tea.leaf.leaves-dry",
        "tea.tea.hot",
    ]
    assert [item.source.place for item in found.items] == ["Tea, 1", "Tea, Leaf, 1", "Tea, Tea, 1"]
    assert (found.levels, found.dimensions[0].rule.name) == ((), "mean")
    assert found.items[1].tags == ("hot",)
    assert notes == ["statements: 3"]


def test_more_text_than_a_framework_can_have(tmp_path: Path) -> None:
    """What would make a file that can't be read again is a fault."""
    path = tmp_path / "t.xlsx"
    rows = "".join(
        f'<row r="{n}">{cell(f"A{n}", f"Tea {n}")}{cell(f"B{n}", "茶" * 29_000)}</row>'
        for n in range(3, 30)
    )
    path.write_bytes(workbook(rows))
    with pytest.raises(mt.FaultsFound) as caught:
        mt.import_table(path)
    assert [fault.code for fault in caught.value.faults] == ["table.too-large"]


def test_wrong_arguments(tmp_path: Path) -> None:
    """Each is refused at the door."""
    path = INVENTED / "kitchen.csv"
    for own_id in ("Tea pot", "", "x" * 101):
        with pytest.raises(ValueError, match="can't be an id; allowed: lower-case letters"):
            mt.import_table(path, framework_id=own_id)
    with pytest.raises(ValueError, match="'rows' is no layout; allowed: auto, grid, list"):
        mt.import_table(path, layout="rows")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError, match=r"import_table\(\) takes a path, found a number"):
        mt.import_table(5)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError, match=r"takes a framework as like, found a number"):
        mt.import_table(path, 5)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mt.FaultsFound, match="no framework with the id 'none'"):
        mt.import_table(path, like="none")
    assert list(tmp_path.iterdir()) == []


def test_statements_that_are_added_change_no_other_id(tmp_path: Path) -> None:
    """A statement, column or dimension that is added leaves the other ids as they are."""
    before = "|Low|High\nTea|Water is hot/Pots are clean|Cake\nSoup|Bowls are warm|Bread"
    after = (
        "|Low|Mid|High\nNew one|First of all||\n"
        "Tea|New words here/Water is hot/Pots are clean|Spoons shine|Cake/Water is hot\n"
        "Soup|Bowls are warm||Bread"
    )
    path, told = tmp_path / "t.tsv", list[str]()
    path.write_text(before.replace("|", "\t").replace("/", "<br>"), "utf-8")
    first = mt.import_table(path)
    assert [item.id for item in first.items][:2] == ["tea.water-hot", "tea.pots-clean"]
    path.write_text(after.replace("|", "\t").replace("/", "<br>"), "utf-8")
    second = mt.import_table(path, before=first, tell=told.append)
    words = {item.id: (item.text, item.level) for item in second.items}
    assert {(item.id, (item.text, item.level)) for item in first.items} < set(words.items())
    assert words["tea.water-hot-high"] == ("Water is hot", "high")
    assert not any("before" in note for note in told)
    alone = {item.id: (item.text, item.level) for item in mt.import_table(path).items}
    assert "tea.water-hot" not in alone
    assert alone["tea.water-hot-low"] == ("Water is hot", "low")
    assert all(alone.get(item.id, ("", ""))[0] in {item.text, ""} for item in first.items)


X = "Everyone on the board knows what the vision is for"


def table(path: Path, *statements: str) -> Path:
    """A grid with statements in one cell."""
    path.write_text(
        "Theme\tStarting\tThriving\nVision\t" + "<br>".join(statements) + "\tx", "utf-8"
    )
    return path


def test_an_id_never_goes_to_another_statement(tmp_path: Path) -> None:
    """Where two statements could have one id, none has it: an old answer then names nothing."""
    path, told = tmp_path / "t.tsv", list[str]()
    first = mt.import_table(table(path, f"{X} children."))
    assert first.items[0].id == "vision.everyone-board-knows"
    table(path, f"{X} adults.", f"{X} children.")
    second = mt.import_table(path)
    assert [item.id for item in second.items][:2] == [
        "vision.everyone-board-knows-adults",
        "vision.everyone-board-knows-children",
    ]
    kept = mt.import_table(path, before=first, tell=told.append)
    assert [(item.id, item.text) for item in kept.items][:2] == [
        ("vision.everyone-board-knows-adults", f"{X} adults."),
        ("vision.everyone-board-knows", f"{X} children."),
    ]
    assert told == ["levels, lowest first: Starting, Thriving", "statements: 3"]
    mt.import_table(table(path, f"{X} adults.", "Pots."), before=kept, tell=told.append)
    assert told[4:] == ["these ids of before are gone: vision.everyone-board-knows"]


def test_other_words_under_an_id(tmp_path: Path) -> None:
    """Where the words of an id are others than before, that is told."""
    path, told = tmp_path / "t.tsv", list[str]()
    first = mt.import_table(table(path, f"{X} children."))
    mt.import_table(table(path, f"{X} adults."), before=first, tell=told.append)
    assert told[2:] == ["other words than before, under the same id: vision.everyone-board-knows"]


def test_branches_keep_their_ids(tmp_path: Path) -> None:
    """A dimension or part like another one leaves the first its id, or takes it from both."""
    path = tmp_path / "t.csv"
    path.write_text("Theme,Part,Text\nThe vision,The leaf,One.", "utf-8")
    first = mt.import_table(path)
    path.write_text(
        "Theme,Part,Text\nOur vision,,Two.\nThe vision,A leaf,Three.\n,The leaf,One.", "utf-8"
    )
    kept = {item.text: item.id for item in mt.import_table(path, before=first).items}
    assert kept["One."] == first.items[0].id == "vision.leaf.one"
    found = {item.text: item.id for item in mt.import_table(path).items}
    assert not any(name.startswith("vision.") for name in found.values())


@pytest.mark.parametrize("name", ["title", "edition"])
def test_empty_words(tmp_path: Path, name: str) -> None:
    """A title or an edition says something."""
    with pytest.raises(ValueError, match=f"the {name} is empty"):
        mt.import_table(table(tmp_path / "t.tsv", "One."), **{name: " "})  # type: ignore[arg-type]  # a title or an edition


words = st.text(max_size=12) | st.sampled_from(
    [
        "",
        "Theme",
        "Level",
        "Statement",
        "Id",
        "Low",
        "High",
        "<p>a</p><p>b</p>",
        "=1",
        '"',
        "|",
        "1",
    ]
)
rows = st.lists(st.lists(words, max_size=5), min_size=1, max_size=8)


@given(
    rows, st.sampled_from(["csv", "tsv", "md", "html", "txt"]), st.sampled_from([None, "hwb-board"])
)
def test_anything(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[str]], ending: str, like: str | None
) -> None:
    """Whatever is in a file, it makes a framework without faults, or is one clear fault."""
    path = tmp_path_factory.mktemp("t") / f"t.{ending}"
    mark = {"csv": ",", "tsv": "\t", "md": "|", "html": "<td>", "txt": "\t"}[ending]
    line = {"html": "<tr>", "md": "\n|"}.get(ending, "\n")
    text = ("<table><tr>" if ending == "html" else "") + line.join(mark.join(row) for row in table)
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        found = mt.import_table(path, like=like)
    except mt.FaultsFound as error:
        codes = {fault.code for fault in error.faults}  # either end is right
        assert all(code.startswith(("table.", "file.")) for code in codes)
    else:
        assert mt.parse_framework(mt.dump_framework(found)) == found


# ------------------------------------------------------------------ the source document itself

SEED = os.environ.get("MATURITY_SEED_TABLE")
needs_seed = pytest.mark.skipif(
    not SEED,
    reason="the source document is not shipped: MATURITY_SEED_TABLE names a file that holds it",
)


@needs_seed
def test_source_document_like_the_shipped_framework() -> None:
    """All 102 statements stand where the shipped framework has them, and scores compare."""
    board = mt.load_framework("hwb-board")
    notes: list[str] = []
    found = mt.import_table(str(SEED), like=board, tell=notes.append)
    assert notes == ["statements: 102; with an id of 'hwb-board': 102"]
    places = [(item.id, item.level, item.source.place) for item in found.items]
    assert places == [(item.id, item.level, item.source.place) for item in board.items]
    assert [node.title for node in found.dimensions] == [node.title for node in board.dimensions]
    assert all(len(item.text) > 20 and "<" not in item.text for item in found.items)
    assert not {item.text for item in found.items} & {item.text for item in board.items}
    assert mt.shared(found, board).drop == ()
    example = mt.example("hwb-board")
    answers = dict(example.answers)
    ours = mt.score(found.assess(answers, as_of=example.as_of))
    theirs = mt.score(board.assess(answers, as_of=example.as_of))
    for node in board.dimensions:
        assert ours[node.id].level == theirs[node.id].level
        assert ours[node.id].value == theirs[node.id].value


@needs_seed
def test_source_document_alone() -> None:
    """Without the shipped framework the places are the same, and the ids are words."""
    board = mt.load_framework("hwb-board")
    found = mt.import_table(str(SEED))
    assert [item.source.place for item in found.items] == [
        item.source.place for item in board.items
    ]
    assert [level.id for level in found.levels] == [level.id for level in board.levels]
    assert all(re.fullmatch(r"[a-z-]+\.[a-z-]+", item.id) for item in found.items)


@needs_seed
@pytest.mark.parametrize("ending", ["html", "md", "csv", "xlsx-like.tsv"])
def test_source_document_in_other_formats(ending: str, tmp_path: Path) -> None:
    """Real copies come as pages and sheets: the same statements are in the same places."""
    text = Path(str(SEED)).read_text("utf-8")
    grid = [line.split("\t") for line in text.splitlines() if line.count("\t") > 3]
    if ending == "html":
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in grid)
        other = f"<html><h1>Tool</h1><table>{body}</table></html>"
    elif ending == "md":
        lines = [f"|{'|'.join(row)}|" for row in grid]
        other = "\n".join([lines[0], "|" + "-|" * len(grid[0]), *lines[1:]])
    else:
        mark = "," if ending == "csv" else "\t"
        plain = [[re.sub(r"</p>\s*<p>", "\n", cell) for cell in row] for row in grid]
        bare = [[re.sub(r"</?\w+>", "", cell).replace('"', '""') for cell in row] for row in plain]
        other = "\n".join(mark.join(f'"{cell}"' for cell in row) for row in bare)
    path = tmp_path / f"tool.{ending}"
    path.write_text(other, "utf-8")
    found = mt.import_table(path, like="hwb-board")
    expected = mt.import_table(str(SEED), like="hwb-board")
    same = attrs.evolve(found, description=expected.description)
    assert same == expected


def test_what_is_not_read_of_a_cell_is_told(tmp_path: Path) -> None:
    """A formula without its value, and a control character."""
    told: list[str] = []
    (tmp_path / "x.xlsx").write_bytes(workbook('<row r="3"><c r="B3"><f>B2</f></c></row>'))
    mt.import_table(tmp_path / "x.xlsx", tell=told.append)
    assert told[0].startswith("left out: sheet 'Tool', cell B3: a formula without its value")
    (tmp_path / "x.csv").write_text("Theme,A,B\nTea,o\x1bne,two", "utf-8")
    mt.import_table(tmp_path / "x.csv", tell=told.append)
    assert "control characters were removed at line 2, column 2" in told


@pytest.mark.parametrize("first", [0, 1])
def test_id_that_is_stated_for_another_statement(tmp_path: Path, first: int) -> None:
    """An id made of words gives way to one that is stated, wherever that stands, and it is told."""
    rows = ["Tea,Hot water,", "Tea,Cups,hot-water"]
    path, told = tmp_path / "x.csv", list[str]()
    path.write_text("\n".join(["Theme,Text,Id", rows[first], rows[1 - first]]), "utf-8")
    found = mt.import_table(path, tell=told.append)
    (mark,) = (item.id for item in found.items if item.text == "Hot water")
    assert mark.startswith("tea.hot-water-")
    assert {item.text: item.id for item in found.items} == {
        "Cups": "tea.hot-water",
        "Hot water": mark,
    }
    assert told[0] == (
        "'hot-water' is the id of another statement: that at "
        f"line {2 + first}, column 2 is '{mark.removeprefix('tea.')}'"
    )
    path.write_text("Theme,Text,Id\nTea,Hot water,\nTea,Cups,cups\nPie,Pots,hot-water", "utf-8")
    assert len(told) == 2
    mt.import_table(path, tell=told.append)
    assert len(told) == 3
