package io.modeltracking.maven;

import io.modeltracking.reproduce.BuildTool;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationOutputHandler;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** Runs {@code verify} by Maven Invoker: with the Maven, the local repository and the settings of this build. */
final class MavenCall {

    private final MavenSession session;
    private final int timeoutSeconds;

    /** @param timeoutSeconds 0 for any number */
    MavenCall(MavenSession session, int timeoutSeconds) {
        this.session = session;
        this.timeoutSeconds = timeoutSeconds;
    }

    /**
     * Builds a folder.
     *
     * @param copy the folder, and how; its module is built with what it needs
     * @return what went wrong; empty when the build succeeded
     */
    Optional<String> verify(BuildTool.Copy copy, InvocationOutputHandler output) {
        Properties typed = new Properties();
        typed.putAll(copy.properties());
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(copy.folder().toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.setOffline(session.isOffline());
        request.addArg("verify");
        request.setProperties(typed);
        request.setProfiles(copy.profiles());
        copy.variables().forEach(request::addShellEnvironment);
        if (copy.javaHome() != null) {
            request.setJavaHome(copy.javaHome().toFile());
        }
        if (copy.module() != null) {
            request.setProjects(List.of(copy.module()));
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
        return execute(request);
    }

    private static Optional<String> execute(InvocationRequest request) {
        try {
            InvocationResult result = new DefaultInvoker().execute(request);
            if (result.getExecutionException() != null) {
                return Optional.of("Maven did not run to its end: "
                        + result.getExecutionException().getMessage());
            }
            return result.getExitCode() == 0 ? Optional.empty() : Optional.of("the build failed");
        } catch (MavenInvocationException e) {
            return Optional.of("Maven could not be called: " + e.getMessage());
        }
    }
}
