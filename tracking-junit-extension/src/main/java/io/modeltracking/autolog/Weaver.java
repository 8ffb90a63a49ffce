package io.modeltracking.autolog;

import java.util.Optional;
import java.util.Set;

/** Knows which classes are advised, and keeps what went wrong with them. */
final class Weaver {

    static final String XGBOOST_PACKAGE = "ml.dmlc.xgboost4j.";

    static final String XGBOOST = XGBOOST_PACKAGE + "java.XGBoost";
    static final String BOOSTER = XGBOOST_PACKAGE + "java.Booster";
    static final String TABLE_READER = "tech.tablesaw.io.DataFrameReader";
    static final String CSV_READER = "tech.tablesaw.io.csv.CsvReader";
    static final String FIXED_WIDTH_READER = "tech.tablesaw.io.fixed.FixedWidthReader";
    static final String RESULT_SET_READER = "tech.tablesaw.io.jdbc.SqlResultSetReader";

    private static final Set<String> ADVISED =
            Set.of(XGBOOST, BOOSTER, TABLE_READER, CSV_READER, FIXED_WIDTH_READER, RESULT_SET_READER);

    private static volatile String fault;

    private Weaver() {}

    /** What could not be woven; empty when all went well so far. */
    static Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    static boolean advises(String name) {
        return ADVISED.contains(name);
    }

    static boolean anyLibraryVisible() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? Weaver.class.getClassLoader() : context;
        return loader.getResource(XGBOOST.replace('.', '/') + ".class") != null
                || loader.getResource(TABLE_READER.replace('.', '/') + ".class") != null;
    }

    /** The class with its advice, or null to leave it as it is. */
    static byte[] weave(String name, ClassLoader loader, byte[] classFile) {
        try {
            Class.forName(AutologHooks.class.getName(), false, loader);
            return Advices.weave(name, loader, classFile);
        } catch (Throwable e) {
            // An exception here would be swallowed by the JVM, and nobody would know.
            fault = "Autologging could not be woven into " + name + ": " + e;
            return null;
        }
    }

    /** A class of the user's that tells of its unseeded calls, or null to leave it as it is. */
    static byte[] weaveUsers(ClassLoader loader, byte[] classFile) {
        try {
            Class.forName(AutologHooks.class.getName(), false, loader);
            return UnseededAdvice.weave(classFile);
        } catch (ClassNotFoundException e) {
            // A loader that does not see the hooks runs no experiments.
            return null;
        } catch (Throwable e) {
            fault = "Calls of unseeded randomness are not seen everywhere: " + e;
            return null;
        }
    }
}
