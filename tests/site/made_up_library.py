"""A library for tests: three reports of three bodies, one in two languages, with citations."""

from __future__ import annotations

from pathlib import Path

from tests.site.project import MASTHEAD, Project, new_project

HOME = "# Home\n\n## Reports\n\n{{ reports }}\n"
SOURCES = {
    "A_80_1/source.en.md": MASTHEAD
    + """## I. Introduction

1. The International Olympic Committee (IOC) took part in the meeting of the year.

2. The matter of substance was the second one that was treated.

3. IOC agreed to all that was said on the third matter.
""",
    "A_80_1.fr/source.fr.md": MASTHEAD
    + """## I. Introduction

1. Le comité international olympique a pris part à la réunion de cette année.

2. La deuxième question a été traitée au cours de la réunion de cette année.

3. La troisième question a été traitée au cours de la réunion suivante.
""",
    "A_80_1.fr/report.toml": 'language = "fr"\ntitle = "Sur le fond"\n',
    "S_2025_9/source.en.md": MASTHEAD.replace("A/80/1", "S/2025/9")
    .replace("General Assembly", "Security Council")
    .replace("13 March 2024", "9 May 2025")
    .replace("matters of substance", "peace and security")
    + """## I. Introduction

1. The situation was calm in the whole period under review.

2. The costs are set out in the table below, in thousands of United States dollars.

|  | *Amount* | *Percentage* |
| --- | --- | --- |
| Personnel | 28 587.8 | (49.4) |
| Travel | 246.7 | – |

3. Afghanistan, Brazil and Chad gave US$ 3,000 to 250 people in May 2025.
""",
    "E_CN.99_2024_7/source.en.md": MASTHEAD.replace("A/80/1", "E/CN.99/2024/7–A/79/70")
    .replace("General Assembly", "Commission on Made-up Affairs")
    .replace("matters of substance", "chemistry")
    + """## I. Introduction

1. The International Organization of Chemists (IOC) read A/80/1, para. 2, and document S/2025/9.

2. See paragraph 3 of document A/80/1, also A/80/1, para. 99, and A/79/500, para. 4. IOC agreed.
""",
}


def build_library(root: Path, folder: Path) -> Project:
    """Convert and build it with the settings, hooks and theme of the project at `root`."""
    project = new_project(root, folder)
    for name in ("how-to-use.md", "search.md"):
        (project.folder / "docs" / name).write_bytes((root / "docs" / name).read_bytes())
    (project.folder / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    for name, text in SOURCES.items():
        path = project.folder / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project.converted().built()
