package io.modeltracking.autolog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs as they may be kept: without user, password, query and properties. */
final class UrlText {

    /** The scheme, for JDBC with the driver's sub-names ({@code jdbc:oracle:thin:}), and slashes. */
    private static final Pattern SCHEME = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)*/{0,3}");

    private UrlText() {}

    static String masked(String url) {
        Matcher scheme = SCHEME.matcher(url);
        int start = scheme.find() ? scheme.end() : 0;
        int end = url.length();
        for (char stop : new char[] {'?', ';', '#'}) {
            int at = url.indexOf(stop, start);
            end = at < 0 ? end : Math.min(end, at);
        }
        String rest = url.substring(start, end);
        int at = rest.lastIndexOf('@');
        return url.substring(0, start) + (at < 0 ? rest : "***" + rest.substring(at));
    }
}
