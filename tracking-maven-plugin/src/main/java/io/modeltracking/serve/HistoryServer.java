package io.modeltracking.serve;

import io.modeltracking.registry.RegistryException;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the history until it is closed. */
public final class HistoryServer implements AutoCloseable {

    private static final int NEXT_PORTS = 20;
    private static final int THREADS = 16;
    private static final int CONNECTIONS = 200;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long IDLE_MILLIS = 20_000;
    private static final long FIRST_REQUEST_SECONDS = 15;

    private final Server server;
    private final ServerConnector connector;
    private final StorePool stores;

    private HistoryServer(Server server, ServerConnector connector, StorePool stores) {
        this.server = server;
        this.connector = connector;
        this.stores = stores;
    }

    /**
     * Starts to serve.
     *
     * @throws RegistryException when the port and those after it are taken
     */
    public static HistoryServer start(ServerSettings settings, ServedHistory history) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("tracking-serve");
        threads.setDaemon(true);
        Server server = new Server(threads);
        StorePool stores = new StorePool(history.stores());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(settings.address());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(slowOnes(connector));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setErrorHandler(new BriefErrors());
        server.setHandler(new HistoryHandler(new Guard(settings), new Router(history, stores), history.log()));
        // Pages that look on hold their connections open: they are not waited for.
        server.setStopTimeout(0);
        bind(connector, settings);
        try {
            server.start();
            return new HistoryServer(server, connector, stores);
        } catch (Exception e) {
            stores.close();
            throw new RegistryException("The server does not start (" + e + ")");
        }
    }

    /** The port that it listens to. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Waits until it has ended. */
    public void join() throws InterruptedException {
        server.join();
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setResponseHeaderSize(HEADER_BYTES);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        return configuration;
    }

    /** A connection that has not made one whole request after a while is closed, however it dribbles. */
    private static Connection.Listener slowOnes(ServerConnector connector) {
        return new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                connector
                        .getScheduler()
                        .schedule(
                                () -> {
                                    if (connection.getMessagesIn() == 0) {
                                        connection.close();
                                    }
                                },
                                FIRST_REQUEST_SECONDS,
                                TimeUnit.SECONDS);
            }
        };
    }

    private static void bind(ServerConnector connector, ServerSettings settings) {
        int last = settings.port() == 0 ? 0 : Math.min(65_535, settings.port() + NEXT_PORTS);
        for (int port = settings.port(); port <= last; port++) {
            connector.setPort(port);
            try {
                connector.open();
                return;
            } catch (BindException e) {
                continue;
            } catch (IOException e) {
                if (!(e.getCause() instanceof BindException)) {
                    throw new RegistryException("Cannot listen on " + settings.address() + ":" + port + " (" + e
                            + "): name another address with -Dtracking.serve.address=");
                }
            }
        }
        throw new RegistryException(
                "The ports " + settings.port() + " to " + last + " are taken: name another with -Dport=");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not end (" + e + ")", e);
        } finally {
            stores.close();
        }
    }
}
