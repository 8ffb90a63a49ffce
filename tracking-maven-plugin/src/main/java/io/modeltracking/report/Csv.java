package io.modeltracking.report;

/** Rows of RFC 4180. No text is a formula to a spreadsheet. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    /** @param text null for nothing */
    public Csv text(String text) {
        boolean formula = text != null && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return cell(formula ? "'" + text : text);
    }

    /** @param number as Java writes it: a minus is no formula */
    public Csv number(String number) {
        return cell(number);
    }

    private Csv cell(String text) {
        out.append(first ? "" : ",");
        first = false;
        if (text != null) {
            boolean quoted = text.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
            out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return this;
    }

    /** Ends the row. */
    public Csv end() {
        out.append("\r\n");
        first = true;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
