package io.modeltracking.autolog;

import java.util.Map;

/** How many threads XGBoost really uses: it cuts what it is given to the processors, without a word. */
final class Threads {

    private Threads() {}

    /**
     * The number of threads.
     *
     * @param params as the user gave them, or null
     * @param ompNumThreads OpenMP's own environment variable, or null
     */
    static int effective(Map<String, Object> params, int processors, String ompNumThreads) {
        int given = params == null ? 0 : given(params);
        return given > 0 ? Math.min(given, processors) : Math.min(positive(ompNumThreads, processors), processors);
    }

    private static int given(Map<String, Object> params) {
        Object value = params.containsKey("nthread") ? params.get("nthread") : params.get("n_jobs");
        return value == null ? 0 : positive(String.valueOf(value), 0);
    }

    private static int positive(String text, int otherwise) {
        try {
            int value = text == null ? 0 : Integer.parseInt(text.trim());
            return value > 0 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
