"""Reads tables with openpyxl and pandas, and tells as JSON what they found in them.

Arguments: paths. Workbooks are read by openpyxl (cells with their types) and pandas, CSV by pandas.
"""

import datetime
import json
import sys

import openpyxl
import pandas


def plain(value):
    if isinstance(value, datetime.datetime):
        return {"day": value.strftime("%Y-%m-%d")}
    return value


def workbook(path):
    sheets = {}
    formulas = 0
    book = openpyxl.load_workbook(path)
    for sheet in book:
        rows = [[cell for cell in row] for row in sheet.iter_rows()]
        formulas += sum(cell.data_type == "f" for row in rows for cell in row)
        sheets[sheet.title] = {
            "rows": [[plain(cell.value) for cell in row] for row in rows],
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "links": sorted({cell.hyperlink.target for row in rows for cell in row if cell.hyperlink}),
        }
    return {"sheets": sheets, "formulas": formulas}


def pandas_rows(frame):
    return {
        "columns": list(frame.columns),
        "types": {name: str(kind) for name, kind in frame.dtypes.items()},
        "rows": json.loads(frame.to_json(orient="values", date_format="iso")),
    }


def read(path):
    if path.endswith(".csv"):
        texts = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
        guessed = pandas.read_csv(path, encoding="utf-8")
        return {"texts": pandas_rows(texts), "guessed": pandas_rows(guessed)}
    return {**workbook(path), "pandas": pandas_rows(pandas.read_excel(path, keep_default_na=False))}


json.dump({path: read(path) for path in sys.argv[1:]}, sys.stdout)
