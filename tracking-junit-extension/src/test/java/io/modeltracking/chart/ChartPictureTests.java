package io.modeltracking.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.modeltracking.chart.PictureResult.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs a font on the machine. Pictures are left in {@code target/gallery} to be looked at. */
class ChartPictureTests {

    static Stream<Chart> gallery() {
        return Gallery.charts().stream();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void everyChartIsDrawn(Chart chart) throws IOException {
        PictureResult result = chart.png();
        assertThat(result).isInstanceOf(Picture.class);
        byte[] png = ((Picture) result).png();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(Look.WIDTH);
        Path folder = Files.createDirectories(Path.of("target", "gallery"));
        Files.write(folder.resolve(chart.name() + ".png"), png);
    }

    @Test
    void theGalleryHasEveryKind() {
        assertThat(gallery().map(Chart::kind)).contains(Kind.values());
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void theSameChartGivesTheSameBytes(Chart chart) {
        assertThat(((Picture) chart.png()).png()).isEqualTo(((Picture) chart.png()).png());
    }

    static Stream<Chart> odd() {
        double[] none = {};
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        return Stream.of(
                Chart.bars("No bars", new String[0], none, "gain"),
                Chart.bars("Negative bars", new String[] {"a", "a", "c"}, new double[] {-1, 0, nan}, "gain"),
                Chart.bars("One bar", new String[] {"<b>\n=a"}, new double[] {1}, "gain"),
                Chart.bars("Infinite bar", new String[] {"a", "b"}, new double[] {infinite, 1}, "gain"),
                Chart.bars("Zero bars", new String[] {"a", "b"}, new double[] {0, 0}, "gain"),
                Chart.bars("Many bars", many(200), new double[200], "gain"),
                Chart.curves("No curve", "round", "loss", Map.of()),
                Chart.curves("One step", "round", "loss", Map.of("train", new double[] {0.2})),
                Chart.curves("Diverged", "round", "loss", Map.of("train", new double[] {0.2, infinite, nan, 0.3})),
                Chart.curves("Flat", "round", "loss", Map.of("train", new double[] {5, 5, 5})),
                Chart.scatter("One point", "x", new double[] {1}, "y", new double[] {1}),
                Chart.scatter("No point", "x", new double[] {nan}, "y", new double[] {1}),
                Chart.beeswarm(
                        "One value", new String[] {"a", "a"}, new double[] {0, 0}, new double[] {nan, 1}, "SHAP"),
                Chart.waterfall("Only the base", -1, new String[0], none, "log"),
                bins("One bin", 1, 0.1, 0.2),
                bins("Zero rates", 3, 0, 0),
                bins("Not finite", 3, nan, infinite),
                bins("Negative rates", 3, -4, 2),
                bins("Many levels", 90, 0.1, 0.2));
    }

    /** An empty or one-row chart, and numbers that cannot be drawn, still give a picture. */
    @ParameterizedTest
    @MethodSource("odd")
    void oddDataIsDrawnToo(Chart chart) throws IOException {
        everyChartIsDrawn(chart);
    }

    private static Chart bins(String title, int count, double actual, double expected) {
        double[] weights = new double[count];
        double[] actuals = new double[count];
        double[] expecteds = new double[count];
        Arrays.fill(weights, 10);
        Arrays.fill(actuals, actual);
        Arrays.fill(expecteds, expected);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("segment", many(count));
        columns.put("weight", weights);
        columns.put("actual", actuals);
        columns.put("expected", expecteds);
        String name = title.toLowerCase(Locale.ROOT).replace(' ', '_');
        return Chart.of(name, Kind.ACTUAL_EXPECTED, title, "", "level", "rate", columns);
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "level " + i).toArray(String[]::new);
    }
}
