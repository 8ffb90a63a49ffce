package io.modeltracking.reproduce;

import io.modeltracking.provenance.Checkout;
import io.modeltracking.run.EnvironmentState;
import io.modeltracking.run.RunEvent.Started;
import io.modeltracking.run.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for what a run needs but for its data and libraries, before anything is run. Nothing is taken in place of what is missing. */
final class Preflight {

    private final Original original;
    private final Path workTree;
    private final WhatIf whatIf;
    private final BuildTool tool;
    private final List<Finding> findings = new ArrayList<>();
    private JdkChoice jdk;

    Preflight(Original original, Path workTree, WhatIf whatIf, BuildTool tool) {
        this.original = original;
        this.workTree = workTree;
        this.whatIf = whatIf;
        this.tool = tool;
    }

    /** Of the JDK that the copy is built on; null for the running one. Known once {@link #beforeCheckout()} has looked. */
    Path javaHome() {
        return jdk.home();
    }

    /** The commit and what else can be looked at without it. */
    List<Finding> beforeCheckout() {
        whatIf.finding().ifPresent(findings::add);
        test();
        commit();
        overlay();
        String running = System.getProperty("java.version");
        jdk = whatIf.jdk() != null
                ? JdkChoice.instead(whatIf.jdk(), running, tool)
                : JdkChoice.of(
                        original.environment() == null
                                ? null
                                : original.environment().javaVersion(),
                        running,
                        tool);
        findings.add(jdk.finding());
        threads();
        return List.copyOf(findings);
    }

    private void test() {
        Started started = original.run().started();
        findings.add(
                started.testClass() == null
                                || started.method() == null
                                || !original.test().matches("[\\w$]+#[\\w$]+")
                        ? Finding.missing("test", "the run names no test class and method")
                        : Finding.ok("test", original.test()));
    }

    private void commit() {
        SourceState source = original.source();
        if (source == null || source.commit() == null || !source.commit().matches("[0-9a-f]{40}")) {
            findings.add(Finding.missing(
                    "commit",
                    source == null ? "the run's source was not recorded, or its fact is lost" : source.problem()));
            return;
        }
        String commit = source.commit().substring(0, 12);
        try {
            findings.add(
                    Checkout.holds(workTree, source.commit())
                            ? Finding.ok("commit", commit + branch(source))
                            : Finding.missing("commit", commit + branch(source) + elsewhere(source)));
        } catch (IOException e) {
            findings.add(Finding.missing("commit", commit + ": " + e.getMessage()));
        }
    }

    private String branch(SourceState source) throws IOException {
        if (source.branch() == null) {
            return "";
        }
        return ", last seen on " + source.branch()
                + (Checkout.hasBranch(workTree, source.branch()) ? "" : ", a branch that is gone");
    }

    /** Nobody's objects are fetched here: a work tree is the user's. */
    private String elsewhere(SourceState source) throws IOException {
        String here = Checkout.remote(workTree);
        if (source.remote() != null && !source.remote().equals(here)) {
            return ": the run is of another repository, " + source.remote() + "; this is "
                    + (here == null ? "one without a remote" : here)
                    + ". Call the goal there, or fetch from there if that one moved here";
        }
        return ": this repository has no such object, never fetched or collected as garbage; \"git fetch "
                + (source.remote() == null ? "<remote>" : source.remote()) + " " + source.commit()
                + "\" gets it where the remote still has it";
    }

    private void overlay() {
        SourceState source = original.source();
        if (source == null || !source.dirty()) {
            return;
        }
        List<String> lost = source.overlay().stream()
                .filter(file -> !file.mode().equals("000000"))
                .filter(file -> file.sha256() == null
                        || !Files.isRegularFile(original.root().factFile(file.sha256())))
                .map(SourceState.OverlayFile::path)
                .toList();
        findings.add(
                source.overlayComplete() && lost.isEmpty()
                        ? Finding.ok("uncommitted files", source.overlay().size() + " kept")
                        : Finding.missing(
                                "uncommitted files",
                                lost.isEmpty() ? "not all of them were kept" : "not kept: " + String.join(", ", lost)));
    }

    private void threads() {
        EnvironmentState environment = original.environment();
        Threads here = Threads.here();
        if (environment == null || environment.processors() < 1) {
            findings.add(Finding.different("threads", "not recorded; here " + here));
            return;
        }
        Threads recorded = Threads.of(environment);
        findings.add(
                recorded.number() == here.number() && recorded.processors() == here.processors()
                        ? Finding.ok("threads", recorded.toString())
                        : Finding.different(
                                "threads",
                                "recorded " + recorded + "; here " + here + ": the copy is given the recorded"));
    }
}
