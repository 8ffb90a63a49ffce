package io.modeltracking.autolog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a result set tells of its query without asking the database anything.
 *
 * <p>JDBC has no way to ask for the SQL, but many drivers put it in the statement's text, some of them with the bind
 * values. These are never kept.
 */
final class JdbcText {

    private static final Pattern SQL = Pattern.compile(
            "(?:^|[\\s:(])((?:select|with|values|table|call|exec|execute|show|pragma|from)\\b.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What drivers write after the SQL: {@code \n parameters=[1, 2]}, {@code {1: 'x'}}. */
    private static final Pattern BINDINGS = Pattern.compile(
            "\\s*(?:\\bparameters\\s*=|\\{\\s*\\d+\\s*:).*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern LITERAL =
            Pattern.compile("'(?:[^']|'')*'|(?<![\\p{Alnum}_\"$.])[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?\\b");

    private static final int MAX_LENGTH = 100_000;

    private JdbcText() {}

    /** The connection's masked URL, or null. */
    static String location(ResultSet rows) {
        try {
            String url = rows.getStatement().getConnection().getMetaData().getURL();
            return url == null ? null : UrlText.masked(url);
        } catch (SQLException | RuntimeException e) {
            // A result set without a statement, or a driver that does not tell.
            return null;
        }
    }

    /** The query's text, or null. */
    static String sql(ResultSet rows) {
        try {
            Statement statement = rows.getStatement();
            return statement == null ? null : sql(statement.toString(), statement instanceof PreparedStatement);
        } catch (SQLException | RuntimeException e) {
            return null;
        }
    }

    static String sql(String text, boolean prepared) {
        if (text == null || text.length() > MAX_LENGTH) {
            return null;
        }
        Matcher sql = SQL.matcher(text);
        if (!sql.find()) {
            return null;
        }
        return prepared ? withoutValues(sql.group(1)) : sql.group(1).strip();
    }

    /** Bind values may stand among the literals: none of them is kept, and no text in which they cannot be told. */
    private static String withoutValues(String sql) {
        if (sql.indexOf('\\') >= 0) {
            return null;
        }
        String masked = LITERAL.matcher(BINDINGS.matcher(sql).replaceFirst("")).replaceAll("?");
        return masked.indexOf('\'') >= 0 ? null : masked.strip();
    }
}
