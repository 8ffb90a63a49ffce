package io.modeltracking.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git command line on a folder, free of the user's configuration. */
record GitCommand(Path folder) {

    /** Makes a repository, or skips the test where there is no Git. */
    static GitCommand init(Path folder) throws IOException {
        try {
            new ProcessBuilder("git", "--version").start().waitFor();
        } catch (IOException e) {
            assumeTrue(false, "needs git on the path: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        GitCommand git = new GitCommand(folder);
        git.run("init", "-q");
        git.run("symbolic-ref", "HEAD", "refs/heads/main");
        return git;
    }

    String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment()
                .put("GIT_CONFIG_GLOBAL", folder.resolve("no-such-config").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            assertThat(process.waitFor()).as(output).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }

    /** Commits a file. */
    String commit(String file, String author, String message) throws IOException {
        Files.writeString(folder.resolve(file), message);
        run("add", "--", file);
        String email = author.toLowerCase(java.util.Locale.ROOT) + "@example.org";
        run("-c", "user.name=" + author, "-c", "user.email=" + email, "commit", "-q", "-m", message);
        return run("rev-parse", "HEAD");
    }
}
