"""A tree of elements as text, whole or only its top."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from signals.reading.rendering import render, top

tags = st.sampled_from(["p", "div", "span", "li", "br", "pre", "script", "b"])
words = st.text("ab -\n", max_size=12)


@st.composite
def pages(draw: st.DrawFn) -> etree._Element:
    body = etree.Element("body")
    elements = [body]
    for parent, tag, text, tail in draw(
        st.lists(st.tuples(st.integers(0, 30), tags, words, words), max_size=30)
    ):
        element = etree.SubElement(elements[parent % len(elements)], tag)
        element.text, element.tail = text, tail
        elements.append(element)
    return body


@given(pages(), st.integers(0, 60))
def test_top_is_what_the_whole_begins_with(body: etree._Element, least: int) -> None:
    whole, beginning = render(body), top(body, least)
    assert len(beginning) > least or beginning == whole
    *lines, _ = beginning.split("\n")  # the last one may be cut off
    assert whole.split("\n")[: len(lines)] == lines


def test_top_of_an_endless_page_is_short() -> None:
    body = etree.fromstring("<body>" + "<p>Map engineer wanted.</p>" * 1000 + "</body>")
    assert len(top(body, 100)) < 150
