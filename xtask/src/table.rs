//! Columns of text on a terminal.

/// Rows as indented lines, every column as wide as its longest cell; `<` aligns a column left, `>` right. The last column has no
/// blanks behind it.
pub(crate) fn lines(columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let rows: Vec<Vec<String>> = rows.into_iter().collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::from("  ");
        for ((cell, &width), &align) in row.iter().zip(&widths).zip(columns) {
            let cell = if align == ">" { format!("  {cell:>width$}") } else { format!("  {cell:<width$}") };
            line += &cell;
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_longest_cell() {
        let rows = [["1", "ä", "x"], ["10", "bcd", ""]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(lines(&[">", "<", "<"], rows), "     1  ä    x\n    10  bcd\n");
    }
}
