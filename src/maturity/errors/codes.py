"""Every error code, with one plain sentence. docs/errors.md explains each with an example."""

from __future__ import annotations

CODES: dict[str, str] = {}

# A framework as a whole.
CODES |= {
    "bands.direction": "Bands run the wrong way: a better result would reach a lower level.",
    "bands.order": "The limits of bands are not in the order of the levels.",
    "cap.no-level": "A cap stands where there is no level that it could hold down.",
    "cap.one-of-two": "A cap names neither an item nor a dimension, or it names both.",
    "cap.until": "A cap waits for an answer or a level that can never be reached.",
    "convention.range": "A number among the conventions is outside its range.",
    "evidence.above": "The answer that counts without evidence is not on the item's scale.",
    "item.counts-and-levels": "An item has both counts and levels.",
    "item.effort": "The effort of an item is not from 1 to 5.",
    "item.no-scale": "An item has no scale, and none is stated above it.",
    "level.unknown": "There is no level with this id.",
    "number.size": "A number is too large to calculate with.",
    "path.not-a-branch": "A path leads to an item where a dimension or part is needed.",
    "path.not-an-item": "A path leads to a dimension or part where an item is needed.",
    "path.unknown": "There is no dimension, part or item at this path.",
    "profile.ask": "A profile asks without a scale, or has a scale but asks nothing.",
    "profile.two-scales": "Two profiles ask the same branch on two scales.",
    "rule.ceiling": "A ceiling is stated together with each_level.",
    "rule.chain": "A result rests on too long a row of other results.",
    "rule.ladder": "The scale that is named as a ladder can't be one.",
    "rule.least": "The number of items needed is below 0.",
    "rule.loop": "Results rest on each other in a ring.",
    "rule.lower-is-better": "Numbers of which lower is better would be added up as they are.",
    "rule.needs": "A level needs something that can never be reached.",
    "rule.no-levels": "A rule works on levels, but the framework has none.",
    "rule.no-rank": "A rule works on levels, but something that it counts has none.",
    "rule.no-shares": "A rule works on shares, but something that it counts has none.",
    "rule.no-total": "A rule counts a dimension or part that has no total.",
    "rule.of": "A staged rule does not say what it reads of its children, or says it in vain.",
    "rule.over": "What a rule counts is an empty list, a path twice, or a path that can't count.",
    "rule.pass": "The answer that passes is not on the scale of something that is counted.",
    "rule.places": "The number of decimal places is outside its range.",
    "rule.range": "A range is not two numbers with the lower one first.",
    "rule.threshold": "A threshold is not from 0 to 1.",
    "scale.empty": "A scale has no options.",
    "scale.ends": "A scale of numbers does not run from a lower number to a higher one.",
    "scale.falling": "The values of a scale's options fall.",
    "scale.long": "A scale has too many options.",
    "scale.step": "The steps of a scale of numbers do not lead from one end to the other.",
    "scale.unknown": "There is no scale with this id.",
    "tag.unknown": "Nothing in the framework has this tag or sector.",
    "text.empty": "A text that a reader needs is empty.",
    "weight.positive": "A weight is not above 0.",
}

# An assessment.
CODES |= {
    "answer.basis": "The basis of an answer or of evidence is neither opinion nor data.",
    "answer.confidence": "The confidence in an answer is not a whole number from 1 to 5.",
    "answer.conflict": "Something is answered below a branch that is not applicable as a whole.",
    "answer.no-reason": "Something is not applicable, but no reason is given.",
    "answer.twice": "The same item, branch or target is answered twice.",
    "answer.two-ways": "One answer says two things at once.",
    "answer.value": "An answer is not on the scale of its item.",
    "assessment.edition": "The assessment answers another edition of the framework.",
    "assessment.framework": "The framework is not the one that the assessment answers.",
    "assessment.twice": "Two files are of the same organisation, period and rater.",
    "claim.by": "Units answer for a whole branch.",
    "claim.hidden": "What is said of a branch can't be told from what is below it.",
    "claim.not-asked": "A branch has one answer, but no profile asks for it.",
    "evidence.dates": "A piece of evidence expires before it was collected.",
    "organisation.scheme": "The scheme of an organisation's code is not known.",
    "organisation.size": "The size of an organisation is below 0.",
    "period.form": "The period is not written in a form that is understood.",
    "property.option": "A property of the organisation has no such option.",
    "property.unknown": "The framework asks for no such property.",
    "target.value": "A target is not on the scale of what it aims at.",
    "unit.unknown": "A unit answers that is not listed.",
}

# Files and TOML.
CODES |= {
    "faults.more": "There are more faults than are shown.",
    "file.empty": "The file is empty.",
    "file.folder": "A folder stands where a file is expected.",
    "file.kind": "An assessment is read as a framework, or a framework as an assessment.",
    "file.missing": "There is no such file.",
    "file.no-assessments": "There is no assessment in what was given.",
    "file.not-utf8": "The file is not text in UTF-8.",
    "file.too-large": "The file is larger than a framework or an assessment can be.",
    "file.too-many": "A folder holds more files than are read at once.",
    "file.unreadable": "The file can't be opened or read.",
    "toml.long-number": "A number has more digits than can be read.",
    "toml.syntax": "The text is not TOML from this place on; nothing after it can be trusted.",
    "toml.too-deep": "Tables, lists or the parts of a key are nested too deeply.",
}

# Keys and values in any file.
CODES |= {
    "key.missing": "A key that is required is not there.",
    "key.unknown": "A table has a key that it can't have.",
    "value.choice": "A word is not one of those that can stand here.",
    "value.finite": "A number is infinite, or not a number at all.",
    "value.type": "A value is of another type than is expected; nothing is converted.",
}

# How a framework file is written.
CODES |= {
    "bands.one-direction": "Bands state no direction, or more than one.",
    "bridge.one": "Something is split or merged, but only one path is named.",
    "bridge.twice": "A bridge names the same item twice.",
    "bridge.none": "There is no bridge from the edition that was answered.",
    "bridge.unaccounted": "A bridge says nothing of an item of either edition.",
    "framework.no-example": "No example is shipped for this framework.",
    "framework.place": "A place in which frameworks are looked for can't be seen.",
    "framework.twice": "Two different files in one place have the same id and edition.",
    "framework.unknown": "No framework with this id is found.",
    "id.invalid": "An id has characters that an id can't have.",
    "id.reserved": "An id stands for something else already.",
    "id.twice": "Two things in one dimension or part have the same id.",
    "level.below": "The name of what is below the first level is more than a label.",
    "overlay.base": "An overlay is read with another framework than the one it extends.",
    "overlay.chain": "Too many frameworks extend each other in a row.",
    "overlay.change-here": "Something of the extended framework is stated outside of `[change]`.",
    "overlay.digest": "What is extended has changed since its digest was stated.",
    "overlay.drop-and-change": "The same thing is dropped and changed.",
    "overlay.edition": "An overlay extends another edition than the one at hand.",
    "overlay.loop": "Frameworks extend each other in a circle.",
    "overlay.no-edition": "An overlay does not say which edition it extends.",
    "overlay.no-reason": "Something is dropped without a reason.",
    "overlay.scale": "An overlay gives a scale of the extended framework other options.",
    "overlay.still-named": "Something is dropped that a rule or an item still names.",
    "overlay.twice": "The same thing is dropped or changed twice in one file.",
    "rule.parameter": "A rule is given a parameter that it does not take.",
    "rule.two-thresholds": "A staged rule states both threshold and thresholds.",
    "rule.unknown": "There is no rule with this name.",
    "scale.mixed-values": "Some options of a scale state a value and others don't.",
    "schema.unknown": "The file is written in a schema that this version does not read.",
}

# A table that is imported.
CODES |= {
    "table.entities": "A page or a workbook declares entities, which could be made to grow.",
    "table.format": "The file is of a kind that no table is read from.",
    "table.id": "An id that a list states can't be one, or it is stated twice.",
    "table.layout": "There is neither a grid nor a list in the file.",
    "table.level": "A statement in a list has no level, though others have.",
    "table.markup": "A tag of HTML is opened and never closed.",
    "table.nested": "A table stands inside a cell of another table.",
    "table.no-dimension": "Nothing says which dimension a statement belongs to.",
    "table.none": "There is no table in the file.",
    "table.quotes": "The quotation marks of a CSV or TSV file do not come in pairs.",
    "table.title": "The title of a dimension is too long to be one.",
    "table.too-large": "The table is larger than that of any framework.",
    "table.unlike": "The table does not fit the framework that it is said to be like.",
    "table.weight": "A weight that a list states is not a number above 0.",
    "table.workbook": "The workbook can't be opened: it is locked, damaged or something else.",
}

# A dataframe.
CODES |= {
    "frame.column": "A column of a dataframe is missing, unknown, or more than one thing.",
    "frame.differs": "Two rows of one assessment, or of one organisation, say different things.",
    "frame.form": "A dataframe is neither long nor wide, or it is both.",
    "frame.item": "A row holds an answer, but does not say to which item.",
    "frame.organisation": "A row does not say whose it is.",
    "frame.twice": "A dataframe gives the same answer or the same assessment in two rows.",
}
