package io.modeltracking.autolog;

import java.util.concurrent.ForkJoinWorkerThread;

/** The stack of bindings of each thread. */
final class Bindings {

    private static final InheritableThreadLocal<Node> TOP = new InheritableThreadLocal<>() {
        @Override
        protected Node childValue(Node parent) {
            return parent == null || parent.session == null ? parent : new Node(null, parent);
        }
    };

    private Bindings() {}

    static Binding push(Session session) {
        Node node = new Node(session, TOP.get());
        TOP.set(node);
        return node;
    }

    /** The session that a call on this thread belongs to, {@link Session#MUTED}, or null. */
    static Session resolve() {
        boolean inherited = false;
        for (Node node = TOP.get(); node != null; node = node.outer) {
            if (node.session == null) {
                if (Thread.currentThread() instanceof ForkJoinWorkerThread) {
                    break;
                }
                inherited = true;
            } else if (node.reaches(inherited)) {
                return node.session;
            }
        }
        return Session.onlyOpen();
    }

    /** A binding; without a session it marks that what lies below was bound on the thread that started this one. */
    private static final class Node implements Binding {

        final Session session;
        final Node outer;
        private volatile boolean closed;

        Node(Session session, Node outer) {
            this.session = session;
            this.outer = outer;
        }

        /** A thread may outlive the binding that it was started under: it still works for that run, while it is open. */
        boolean reaches(boolean inherited) {
            return session == Session.MUTED ? !closed : (inherited || !closed) && session.open();
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            Node top = TOP.get();
            while (top != null && top.closed) {
                top = top.outer;
            }
            if (top == null) {
                TOP.remove();
            } else {
                TOP.set(top);
            }
            session.unbound();
        }
    }
}
