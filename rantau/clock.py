"""The day on which something is checked or built, where nobody has named one."""

import datetime
import os

WIB = datetime.timezone(datetime.timedelta(hours=7))


def today() -> datetime.date:
    """SOURCE_DATE_EPOCH's day where it is set, else today in Jakarta. Source: https://reproducible-builds.org/specs/source-date-epoch/"""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.datetime.fromtimestamp(int(epoch), WIB) if epoch.isdigit() else datetime.datetime.now(WIB)
    return now.date()
