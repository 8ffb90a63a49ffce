package io.modeltracking.chart;

import io.modeltracking.Evaluation;
import io.modeltracking.evaluation.Figure;
import io.modeltracking.evaluation.StandardMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One chart of every kind, of a simulated portfolio whose rates depend on age and on bonus-malus. */
final class Gallery {

    private Gallery() {}

    static Chart of(Figure figure) {
        return new Chart(
                figure.name(),
                Kind.valueOf(figure.kind().name()),
                figure.title(),
                figure.hint(),
                figure.xTitle(),
                figure.yTitle(),
                DataTable.of(figure.table().columns(), figure.table().units()));
    }

    static List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        StandardMetrics.of(portfolio(5_000)).figures().forEach(figure -> charts.add(of(figure)));
        charts.add(lossRatio());
        charts.add(Chart.bars(
                "Importance",
                new String[] {"BonusMalus", "DrivAge", "VehAge", "Density", "Area"},
                new double[] {0.41, 0.22, 0.17, 0.08, 0.01},
                "gain"));
        charts.add(beeswarm());
        charts.add(Chart.waterfall(
                "Row 17 with a rather long title",
                -2.3,
                new String[] {
                    "BonusMalus = 95",
                    "DrivAge = 19",
                    "VehAge = 12, a label that is too long to be shown as it is",
                    "Density = 1200"
                },
                new double[] {0.62, 0.35, -0.41, 0.08},
                "log frequency"));
        charts.add(dependence());
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("train", curve(0.20, 0.02));
        curves.put("validation", curve(0.21, 0.015));
        charts.add(Chart.curves("Learning curve", "round", "poisson-nloglik", curves));
        return charts;
    }

    static Evaluation portfolio(int rows) {
        Random random = new Random(7);
        double[] claims = new double[rows];
        double[] exposure = new double[rows];
        double[] rate = new double[rows];
        double[] champion = new double[rows];
        String[] ages = new String[rows];
        String[] bands = {"18-20", "21-25", "26-30", "31-40", "41-50", "51-70", "71+"};
        double[] effects = {2.2, 1.5, 1.1, 0.95, 1.0, 0.95, 1.05};
        for (int i = 0; i < rows; i++) {
            int band = Math.min(6, (int) Math.abs(random.nextGaussian() * 1.6 + 3.5));
            double bonus = Math.exp(0.5 * random.nextGaussian());
            exposure[i] = 0.05 + 0.95 * random.nextDouble();
            rate[i] = 0.12 * effects[band] * bonus;
            champion[i] = 0.14 * effects[band];
            ages[i] = bands[band];
            double threshold = Math.exp(-rate[i] * exposure[i]);
            for (double product = random.nextDouble(); product > threshold; product *= random.nextDouble()) {
                claims[i]++;
            }
        }
        return Evaluation.frequency()
                .claims(claims)
                .exposure(exposure)
                .predictedRate(rate)
                .by("DrivAge", ages)
                .champion(champion);
    }

    /** Today's premium ignores the bonus: the model finds it. */
    private static Chart lossRatio() {
        Evaluation frequency = portfolio(5_000);
        double[] loss = frequency.actual();
        double[] premium = frequency.weight();
        double[] rate = frequency.predicted();
        for (int i = 0; i < loss.length; i++) {
            loss[i] *= 1_500;
            premium[i] *= 300;
            rate[i] *= 1_500;
        }
        return StandardMetrics.of(Evaluation.purePremium()
                        .loss(loss)
                        .exposure(frequency.weight())
                        .predictedRate(rate)
                        .currentPremium(premium))
                .figures()
                .stream()
                .filter(figure -> figure.kind() == Figure.Kind.LOSS_RATIO)
                .map(Gallery::of)
                .findFirst()
                .orElseThrow();
    }

    private static Chart beeswarm() {
        Random random = new Random(11);
        String[] names = {"BonusMalus", "DrivAge", "VehBrand"};
        int each = 600;
        String[] features = new String[names.length * each];
        double[] values = new double[features.length];
        double[] levels = new double[features.length];
        for (int i = 0; i < features.length; i++) {
            int feature = i / each;
            features[i] = names[feature];
            double level = random.nextDouble();
            values[i] = (level - 0.4) * (1.0 - feature * 0.4) + 0.1 * random.nextGaussian();
            levels[i] = feature == 2 ? Double.NaN : level;
        }
        return Chart.beeswarm("SHAP summary", features, values, levels, "SHAP value (log frequency)");
    }

    private static Chart dependence() {
        Random random = new Random(13);
        double[] x = random.doubles(500, 50, 150).toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.log(x[i] / 80) + 0.05 * random.nextGaussian();
        }
        return Chart.scatter("Dependence on BonusMalus", "BonusMalus", x, "SHAP value (log frequency)", y);
    }

    private static double[] curve(double end, double drop) {
        double[] curve = new double[150];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = end + drop * Math.exp(-i / 25.0);
        }
        return curve;
    }
}
