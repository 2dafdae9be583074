"""What is written is read back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from maturity import dump_assessment, dump_framework, parse_assessment, parse_framework
from maturity.model.check_assessment import check_assessment
from maturity.model.check_framework import check_framework

from .effort import effort
from .strategies import assessments, frameworks

if TYPE_CHECKING:
    from maturity import Assessment, Framework


@effort(150)
@given(frameworks())
def test_a_random_framework_is_sound(framework: Framework) -> None:
    """The strategies make nothing that the checks would refuse."""
    assert not check_framework(framework)


@effort(150)
@given(frameworks())
def test_a_framework_survives_its_file(framework: Framework) -> None:
    """A framework that is written and read again is equal, with the same digest and text."""
    text = dump_framework(framework)
    again = parse_framework(text)
    assert again == framework
    assert again.digest == framework.digest
    assert dump_framework(again) == text


@effort(150)
@given(assessments())
def test_an_assessment_survives_its_file(assessment: Assessment) -> None:
    """An assessment that is written and read again is equal."""
    assert not check_assessment(assessment)
    text = dump_assessment(assessment)
    again = parse_assessment(text, assessment.framework)
    assert again == assessment
    assert dump_assessment(again) == text
