"""Terms and documents as mentions, by the recognisers that make the glossary and the links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pilcrow.indexes.model import Found, ParagraphText
from pilcrow.indexes.rule_names import DEFINED, USED
from pilcrow.references import CitedDocument, Kind, find_references
from pilcrow.references.cited import CONTEXT_PARAGRAPHS, collect_cited
from pilcrow.references.symbols import split_symbols
from pilcrow.terms import GlossaryEntry, TermMatcher, collect_terms

_DOCUMENTS = "https://docs.un.org/"
_GROUPS = {
    Kind.RESOLUTION: "Resolutions",
    Kind.DECISION: "Decisions",
    Kind.SYMBOL: "Documents",
    Kind.URL: "Web pages",
}


def find_terms(
    paragraphs: Sequence[ParagraphText], glossary: Sequence[GlossaryEntry], symbol: str
) -> Mapping[str, tuple[Found, ...]]:
    """Every use of a term, by paragraph id; the rule tells the paragraph that defines it."""
    texts = [(paragraph.id, paragraph.number, paragraph.text) for paragraph in paragraphs]
    uses = collect_terms(texts, glossary, report=symbol)
    matcher = TermMatcher([use.term for use in uses])
    defined = {use.term.short: use.defined_in for use in uses}
    return {
        paragraph.id: tuple(
            Found(
                start=occurrence.start,
                end=occurrence.end,
                name=occurrence.term.short,
                rule=DEFINED if defined[occurrence.term.short] == paragraph.id else USED,
                fields={"long": occurrence.term.long} if occurrence.term.long else {},
            )
            for occurrence in matcher.find(paragraph.text)
        )
        for paragraph in paragraphs
    }


def find_documents(
    paragraphs: Sequence[ParagraphText], symbol: str, language: str
) -> Mapping[str, tuple[Found, ...]]:
    """Every citation of another document, by paragraph id; the rule is the kind of document."""
    own = frozenset(split_symbols(symbol)) if symbol else frozenset[str]()
    texts = [paragraph.text for paragraph in paragraphs]
    references = {
        paragraph.id: tuple(
            reference
            for reference in find_references(
                paragraph.text,
                own_symbol=symbol or None,
                context=tuple(texts[max(0, position - CONTEXT_PARAGRAPHS) : position]),
                language=language,
            )
            if reference.kind is not Kind.INTERNAL and reference.symbol not in own
        )
        for position, paragraph in enumerate(paragraphs)
    }
    cited = {entry.key: entry for entry in collect_cited(references.items(), symbol or None)}
    found: dict[str, tuple[Found, ...]] = {}
    for paragraph, own_references in references.items():
        finds = []
        for reference in own_references:
            document = cited[reference.key]
            finds.append(
                Found(
                    start=reference.start,
                    end=reference.end,
                    name=document.name,
                    rule=document.kind.value,
                    group=_GROUPS[document.kind],
                    fields=_said_of(document),
                    places=tuple(
                        dict.fromkeys(
                            target for place in reference.places for target in place.targets
                        )
                    ),
                )
            )
        found[paragraph] = tuple(finds)
    return found


def _said_of(document: CitedDocument) -> Mapping[str, str]:
    """Its address, and a remark: where it stands, or why the address is not sure."""
    fields = {"address": document.address} if document.address else {}
    remark = _remark(document)
    return {**fields, "remark": remark} if remark else fields


def _remark(document: CitedDocument) -> str:
    if document.note and not document.verified:
        return document.note.rstrip(".")
    adopted = document.kind in {Kind.RESOLUTION, Kind.DECISION}
    symbol = (document.address or "").removeprefix(_DOCUMENTS).partition("/")[2]
    if adopted and symbol and "/RES/" not in symbol and "/DEC/" not in symbol:
        return f"in {symbol}"
    return ""
