package io.modeltracking.maven;

import io.modeltracking.reproduce.Reproducer;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationOutputHandler;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * Runs {@code verify} in the copy of a commit by Maven Invoker: with the Maven, the local repository and the settings of this build, and
 * with the properties of the old run alone.
 */
final class CopyBuild implements Reproducer.Build {

    private final MavenSession session;
    private final Path log;
    private final int timeoutSeconds;

    CopyBuild(MavenSession session, Path log, int timeoutSeconds) {
        this.session = session;
        this.log = log;
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public Optional<String> run(Path copy, String module, Map<String, String> properties, List<String> profiles) {
        try (PrintStream lines = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            InvocationResult result =
                    new DefaultInvoker().execute(request(copy, module, properties, profiles, lines::println));
            if (result.getExecutionException() != null) {
                return Optional.of("Maven did not run to its end: "
                        + result.getExecutionException().getMessage());
            }
            return result.getExitCode() == 0
                    ? Optional.empty()
                    : Optional.of("the build of the copy failed, see " + log);
        } catch (MavenInvocationException | IOException e) {
            return Optional.of("Maven could not be called: " + e.getMessage());
        }
    }

    private InvocationRequest request(
            Path copy,
            String module,
            Map<String, String> properties,
            List<String> profiles,
            InvocationOutputHandler output) {
        Properties typed = new Properties();
        typed.putAll(properties);
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(copy.toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.setOffline(session.isOffline());
        request.addArg("verify");
        request.setProperties(typed);
        request.setProfiles(profiles);
        if (module != null) {
            request.setProjects(List.of(module));
            request.setAlsoMake(true);
        }
        File settings = session.getRequest().getUserSettingsFile();
        if (settings != null && settings.isFile()) {
            // The default's name is there where the file is not, and naming it is an error.
            request.setUserSettingsFile(settings);
        }
        request.setLocalRepositoryDirectory(
                session.getRepositorySession().getLocalRepository().getBasedir());
        request.setTimeoutInSeconds(timeoutSeconds);
        request.setOutputHandler(output);
        request.setErrorHandler(output);
        request.setInputStream(java.io.InputStream.nullInputStream());
        return request;
    }
}
