package io.modeltracking.autolog;

/** The reads of tables that are under way on each thread: one of Tablesaw's methods calls another. */
final class TableReads {

    private static final Object INNER = new Object();
    private static final ThreadLocal<Boolean> UNDER_WAY = new ThreadLocal<>();

    private TableReads() {}

    /**
     * A read that a run is told of.
     *
     * @param origin null when it could not be found out
     */
    private record Read(Session session, ReadOrigin origin) {}

    static Object start(String method, Object[] arguments) {
        if (UNDER_WAY.get() != null) {
            return INNER;
        }
        UNDER_WAY.set(true);
        Session session = null;
        try {
            session = Bindings.resolve();
            return session == null || session == Session.MUTED
                    ? null
                    : new Read(session, ReadOrigin.of(method, arguments));
        } catch (Throwable e) {
            if (session != null) {
                session.fault(e);
            }
            return null;
        }
    }

    static void end(Object read, Object table) {
        if (read == INNER) {
            return;
        }
        UNDER_WAY.remove();
        if (table == null || !(read instanceof Read outer)) {
            return;
        }
        try {
            outer.session().sink().read(TablesawAccess.read(outer.origin(), table));
        } catch (Throwable e) {
            outer.session().fault(e);
        }
    }
}
