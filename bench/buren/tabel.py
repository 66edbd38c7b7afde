"""A DataTable of Textual with 500 rows and nothing around it."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class Tabel(App[None]):
    """The table; the arrows move its cursor."""

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable[str](cursor_type="row", show_header=False)

    def on_mount(self) -> None:
        """Fill the table."""
        tabel = self.query_one(DataTable)
        tabel.add_columns("nummer", "tekst", "kenmerken")
        for nummer in range(1, 501):
            tabel.add_row(str(nummer), f"Signaal {nummer} over de stad", "buiten · trend")


if __name__ == "__main__":
    Tabel().run()
