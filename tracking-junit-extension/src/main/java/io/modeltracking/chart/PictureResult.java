package io.modeltracking.chart;

/** A chart's picture, or why this machine cannot draw one. */
public sealed interface PictureResult {

    /** A PNG file. */
    record Picture(byte[] png) implements PictureResult {}

    /** No picture; the chart's data is complete all the same. {@code reason} says in one line what to install. */
    record NoPicture(String reason) implements PictureResult {}
}
