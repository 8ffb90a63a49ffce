package io.modeltracking;

import static io.modeltracking.Evaluation.Kind.BINARY;
import static io.modeltracking.Evaluation.Kind.FREQUENCY;
import static io.modeltracking.Evaluation.Kind.PURE_PREMIUM;
import static io.modeltracking.Evaluation.Kind.REGRESSION;
import static io.modeltracking.Evaluation.Kind.SEVERITY;

/** The steps that lead to an {@link Evaluation}; each names what it takes, so that one array cannot stand for another. */
public final class EvaluationSteps {

    private EvaluationSteps() {}

    /** First step of {@link Evaluation#frequency()}. */
    public static final class FrequencyStart {
        FrequencyStart() {}

        /** Claim counts per row, 0 or more. */
        public FrequencyExposure claims(double[] claims) {
            return new FrequencyExposure(EvaluationRows.checked("claims", claims, -1, "0 or more", v -> v >= 0));
        }
    }

    /** Second step of {@link Evaluation#frequency()}. */
    public static final class FrequencyExposure {
        private final double[] claims;

        FrequencyExposure(double[] claims) {
            this.claims = claims;
        }

        /** Exposure per row, positive, in years. */
        public FrequencyPrediction exposure(double[] exposure) {
            return new FrequencyPrediction(claims, EvaluationRows.positive("exposure", exposure, claims.length));
        }
    }

    /** Last step of {@link Evaluation#frequency()}. */
    public static final class FrequencyPrediction {
        private final double[] claims;
        private final double[] exposure;

        FrequencyPrediction(double[] claims, double[] exposure) {
            this.claims = claims;
            this.exposure = exposure;
        }

        /** Predicted claims per unit of exposure: what a model without offset predicts. */
        public Evaluation predictedRate(double[] rate) {
            return new Evaluation(FREQUENCY, EvaluationRows.ofRate(FREQUENCY, "predictedRate", claims, exposure, rate));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predictedRate(float[][] column) {
            return predictedRate(EvaluationRows.column("predictedRate", column));
        }

        /**
         * Predicted number of claims per row: what a model with offset or base margin ln(exposure) predicts. The rate is
         * divided back; rates that agree to 48 bits then count as equal, because division makes equal ones differ.
         */
        public Evaluation predictedClaims(double[] expected) {
            return new Evaluation(
                    FREQUENCY, EvaluationRows.ofTotal(FREQUENCY, "predictedClaims", claims, exposure, expected));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predictedClaims(float[][] column) {
            return predictedClaims(EvaluationRows.column("predictedClaims", column));
        }
    }

    /** First step of {@link Evaluation#severity()}. */
    public static final class SeverityStart {
        SeverityStart() {}

        /** Total claim amount per row, positive. */
        public SeverityClaims claimAmount(double[] amount) {
            return new SeverityClaims(EvaluationRows.positive("claimAmount", amount, -1));
        }
    }

    /** Second step of {@link Evaluation#severity()}. */
    public static final class SeverityClaims {
        private final double[] amount;

        SeverityClaims(double[] amount) {
            this.amount = amount;
        }

        /** Number of claims per row, positive. */
        public SeverityPrediction claims(double[] claims) {
            return new SeverityPrediction(amount, EvaluationRows.positive("claims", claims, amount.length));
        }
    }

    /** Last step of {@link Evaluation#severity()}. */
    public static final class SeverityPrediction {
        private final double[] amount;
        private final double[] claims;

        SeverityPrediction(double[] amount, double[] claims) {
            this.amount = amount;
            this.claims = claims;
        }

        /** Predicted average cost of a claim. */
        public Evaluation predictedAverageCost(double[] cost) {
            return new Evaluation(
                    SEVERITY, EvaluationRows.ofRate(SEVERITY, "predictedAverageCost", amount, claims, cost));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predictedAverageCost(float[][] column) {
            return predictedAverageCost(EvaluationRows.column("predictedAverageCost", column));
        }
    }

    /** First step of {@link Evaluation#purePremium()}. */
    public static final class PurePremiumStart {
        PurePremiumStart() {}

        /** Loss per row in total, 0 or more. */
        public PurePremiumExposure loss(double[] loss) {
            return new PurePremiumExposure(EvaluationRows.checked("loss", loss, -1, "0 or more", v -> v >= 0));
        }
    }

    /** Second step of {@link Evaluation#purePremium()}. */
    public static final class PurePremiumExposure {
        private final double[] loss;

        PurePremiumExposure(double[] loss) {
            this.loss = loss;
        }

        /** Exposure per row, positive, in years. */
        public PurePremiumPrediction exposure(double[] exposure) {
            return new PurePremiumPrediction(loss, EvaluationRows.positive("exposure", exposure, loss.length));
        }
    }

    /** Last step of {@link Evaluation#purePremium()}. */
    public static final class PurePremiumPrediction {
        private final double[] loss;
        private final double[] exposure;

        PurePremiumPrediction(double[] loss, double[] exposure) {
            this.loss = loss;
            this.exposure = exposure;
        }

        /** Predicted loss per unit of exposure. */
        public Evaluation predictedRate(double[] rate) {
            return new Evaluation(
                    PURE_PREMIUM, EvaluationRows.ofRate(PURE_PREMIUM, "predictedRate", loss, exposure, rate));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predictedRate(float[][] column) {
            return predictedRate(EvaluationRows.column("predictedRate", column));
        }

        /** Predicted loss per row in total; see {@link FrequencyPrediction#predictedClaims} for the rate divided back. */
        public Evaluation predictedLoss(double[] expected) {
            return new Evaluation(
                    PURE_PREMIUM, EvaluationRows.ofTotal(PURE_PREMIUM, "predictedLoss", loss, exposure, expected));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predictedLoss(float[][] column) {
            return predictedLoss(EvaluationRows.column("predictedLoss", column));
        }
    }

    /** First step of {@link Evaluation#regression()}. */
    public static final class RegressionStart {
        RegressionStart() {}

        /** The target per row. */
        public RegressionPrediction actual(double[] actual) {
            return new RegressionPrediction(EvaluationRows.checked("actual", actual, -1, "a number", v -> true), null);
        }
    }

    /** Last step of {@link Evaluation#regression()}. */
    public static final class RegressionPrediction {
        private final double[] actual;
        private final double[] weight;

        RegressionPrediction(double[] actual, double[] weight) {
            this.actual = actual;
            this.weight = weight;
        }

        /** Weight per row, positive; without this step every row has weight 1. */
        public RegressionPrediction weight(double[] weight) {
            return new RegressionPrediction(actual, EvaluationRows.positive("weight", weight, actual.length));
        }

        /** Predicted target. */
        public Evaluation predicted(double[] predicted) {
            double[] total = actual.clone();
            for (int i = 0; weight != null && i < total.length; i++) {
                total[i] *= weight[i];
            }
            return new Evaluation(REGRESSION, EvaluationRows.ofRate(REGRESSION, "predicted", total, weight, predicted));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predicted(float[][] column) {
            return predicted(EvaluationRows.column("predicted", column));
        }
    }

    /** First step of {@link Evaluation#binary()}. */
    public static final class BinaryStart {
        BinaryStart() {}

        /** 1 where the event happened, 0 where not. */
        public BinaryPrediction event(double[] event) {
            return new BinaryPrediction(EvaluationRows.checked("event", event, -1, "0 or 1", v -> v == 0 || v == 1));
        }
    }

    /** Last step of {@link Evaluation#binary()}. */
    public static final class BinaryPrediction {
        private final double[] event;

        BinaryPrediction(double[] event) {
            this.event = event;
        }

        /** Predicted probability of the event. */
        public Evaluation predictedProbability(double[] probability) {
            return new Evaluation(
                    BINARY, EvaluationRows.ofRate(BINARY, "predictedProbability", event, null, probability));
        }

        /** The same as XGBoost4J's {@code predict} returns it: one column. */
        public Evaluation predictedProbability(float[][] column) {
            return predictedProbability(EvaluationRows.column("predictedProbability", column));
        }
    }
}
