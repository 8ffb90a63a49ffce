package io.modeltracking.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** S3Proxy, in a process of its own, over a folder. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "team-history";
    public static final Login LOGIN = new Login("local-identity", "local-credential");

    private static final long PATIENCE_MILLIS = 60_000;

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder for its buckets and its log */
    public static S3Server start(Path folder) {
        return start(folder, Path.of("target", "s3proxy.jar"));
    }

    /** @param jar of S3Proxy */
    public static S3Server start(Path folder, Path jar) {
        int port = freePort();
        try {
            Path buckets = folder.resolve("buckets");
            Files.createDirectories(buckets.resolve(BUCKET));
            Path properties = folder.resolve("s3proxy.properties");
            Files.write(
                    properties,
                    List.of(
                            "s3proxy.endpoint=http://127.0.0.1:" + port,
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.identity=" + LOGIN.user(),
                            "s3proxy.credential=" + LOGIN.password(),
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + buckets.toAbsolutePath()));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            jar.toAbsolutePath().toString(),
                            "--properties",
                            properties.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            await(process, port, folder);
            return new S3Server(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process process, int port, Path folder) throws IOException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.currentTimeMillis() > end) {
                    throw new IOException(
                            "S3Proxy does not start: " + Files.readString(folder.resolve("s3proxy.log")), e);
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
