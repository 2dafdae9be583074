from collections import Counter
from hypothesis import given, settings, Phase, HealthCheck
import maturity as mt
from tests.laws.test_diff import two, mirrored, rows, said
@settings(max_examples=10000, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=False, database=None)
@given(two())
def test_hunt(both):
    there, back = mt.diff(*both), mt.diff(*both[::-1])
    a, b = Counter(mirrored(there)), Counter(rows(back))
    if a != b or bool(there) != (said(both[0]) != said(both[1])):
        print("ONLY THERE"); [print("  ", r) for r in (a-b)]
        print("ONLY BACK"); [print("  ", r) for r in (b-a)]
        print(there, back, sep="\n"); 
        for f in both:
            for n in f.walk(): print(n.id, n.title, [ (i.id,i.text,i.level) for i in n.own_items])
        raise SystemExit
