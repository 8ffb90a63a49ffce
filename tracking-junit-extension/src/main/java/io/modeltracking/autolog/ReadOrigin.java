package io.modeltracking.autolog;

import io.modeltracking.autolog.DataRead.Kind;
import java.io.File;
import java.net.URL;
import java.sql.ResultSet;

/** Where the arguments of one of Tablesaw's reads say that the rows come from. */
record ReadOrigin(Kind kind, String location, String sql) {

    /** The origin of a read by the named method. */
    static ReadOrigin of(String method, Object[] arguments) {
        Object first = arguments.length == 0 ? null : arguments[0];
        if (first instanceof ResultSet rows) {
            return new ReadOrigin(Kind.SQL, JdbcText.location(rows), JdbcText.sql(rows));
        }
        if (first instanceof URL url) {
            return new ReadOrigin(Kind.URL, location(url), null);
        }
        if (first instanceof String text) {
            return ofText(method, arguments.length, text);
        }
        File file = first instanceof File given ? given : first == null ? null : TablesawAccess.file(first);
        return file == null ? stream() : file(file);
    }

    /** A text is a path in {@code file(path)} and {@code csv(path)}, and the rows themselves with a second argument. */
    private static ReadOrigin ofText(String method, int arguments, String text) {
        if (arguments > 1) {
            return stream();
        }
        if (method.equals("url")) {
            return new ReadOrigin(Kind.URL, UrlText.masked(text), null);
        }
        return file(new File(text));
    }

    private static ReadOrigin file(File file) {
        return new ReadOrigin(
                Kind.FILE, file.toPath().toAbsolutePath().normalize().toString(), null);
    }

    private static ReadOrigin stream() {
        return new ReadOrigin(Kind.STREAM, null, null);
    }

    private static String location(URL url) {
        return UrlText.masked(url.toString());
    }
}
