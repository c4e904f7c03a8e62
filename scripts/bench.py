"""Speed and memory, beside the peers, as ratios of one run."""

import sys

import environment

environment.enter()

from rantau import benches, pipeline
from rantau.benches._refuse import Refused
from rantau.text.commands import called


def main() -> int:
    """Exit code: 0 measured, 2 unknown benchmark, or one that cannot be made as it was asked for."""
    known = pipeline.discover(benches)
    if len(sys.argv) < 2 or sys.argv[1] not in known or {"-h", "--help"} & set(sys.argv[2:]):
        print("\n".join(("pemakaian:", *(f"  {called('bench')} {module.SUMMARY}" for module in known.values()))))
        return 2
    try:
        for line in known[sys.argv[1]].run(sys.argv[2:]):
            print(line, flush=True)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
