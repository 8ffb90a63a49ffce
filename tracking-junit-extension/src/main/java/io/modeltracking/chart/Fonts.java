package io.modeltracking.chart;

import java.util.regex.Pattern;

/** Why a picture could not be drawn, in one line that says what to do. */
final class Fonts {

    private static final int LONGEST = 200;
    private static final Pattern FONT_CODE =
            Pattern.compile("sun[.](font|awt)[.]|java[.]awt[.](Font|GraphicsEnvironment|Toolkit)");

    private Fonts() {}

    /**
     * The JDK reports missing fonts in many ways (an InternalError, a RuntimeException from fontconfig, an UnsatisfiedLinkError
     * of libfreetype, later a NoClassDefFoundError), so the trace decides.
     */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (FONT_CODE.matcher(frame.getClassName()).lookingAt()) {
                    return "no picture, only the chart's data: the JDK finds no usable font or graphics library here"
                            + " (install a font: apt-get install fontconfig fonts-dejavu-core): " + line(failure);
                }
            }
        }
        return "no picture, only the chart's data: drawing failed: " + line(failure);
    }

    private static String line(Throwable failure) {
        String text = failure.toString().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
