package io.modeltracking.chart;

import io.modeltracking.chart.PictureResult.NoPicture;
import io.modeltracking.chart.PictureResult.Picture;

/** Draws twice on a machine without fonts, and says on its standard output what came of it. */
final class NoFontProbe {

    private NoFontProbe() {}

    public static void main(String[] arguments) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Chart chart = Chart.bars("Importance", new String[] {"a", "b"}, new double[] {2, 1}, "gain");
            PictureResult result = chart.png();
            System.out.println(
                    result instanceof NoPicture none ? none.reason() : "drawn " + ((Picture) result).png().length);
        }
    }
}
