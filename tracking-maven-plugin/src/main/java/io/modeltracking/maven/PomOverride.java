package io.modeltracking.maven;

import io.modeltracking.reproduce.WhatIf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Puts a library in another version into the POMs of a copy: where a version stands, literal or as a property, it is replaced, and each
 * POM manages it, which counts for what comes with other libraries and goes before what is inherited or imported.
 */
final class PomOverride {

    private final Path copy;
    private final WhatIf.Dependency wanted;
    private final Set<Path> seen = new HashSet<>();

    private PomOverride(Path copy, WhatIf.Dependency wanted) {
        this.copy = copy;
        this.wanted = wanted;
    }

    /** @return why it cannot be, or empty */
    static Optional<String> in(Path copy, WhatIf.Dependency wanted) {
        try {
            new PomOverride(copy, wanted).change(copy.resolve("pom.xml"));
            return Optional.empty();
        } catch (IOException | XmlPullParserException e) {
            return Optional.of("the POM of the copy cannot be changed: " + e.getMessage());
        }
    }

    private void change(Path pom) throws IOException, XmlPullParserException {
        Path file = pom.normalize();
        // A POM that the commit names outside of the copy is not the copy's.
        if (!file.startsWith(copy) || !seen.add(file) || !Files.isRegularFile(file)) {
            return;
        }
        Model model;
        try (InputStream in = Files.newInputStream(file)) {
            model = new MavenXpp3Reader().read(in);
        }
        List<ModelBase> parts = new ArrayList<>(model.getProfiles());
        parts.add(model);
        for (ModelBase part : parts) {
            replace(part.getDependencies());
            if (part.getDependencyManagement() != null) {
                replace(part.getDependencyManagement().getDependencies());
            }
        }
        manage(model);
        try (OutputStream out = Files.newOutputStream(file)) {
            new MavenXpp3Writer().write(out, model);
        }
        for (ModelBase part : parts) {
            for (String module : part.getModules()) {
                Path place = file.resolveSibling(module);
                change(Files.isDirectory(place) ? place.resolve("pom.xml") : place);
            }
        }
    }

    private void replace(List<Dependency> dependencies) {
        dependencies.stream()
                .filter(this::isWanted)
                .filter(dependency -> dependency.getVersion() != null)
                .forEach(dependency -> dependency.setVersion(wanted.version()));
    }

    private boolean isWanted(Dependency dependency) {
        return wanted.groupId().equals(dependency.getGroupId())
                && wanted.artifactId().equals(dependency.getArtifactId());
    }

    private void manage(Model model) {
        if (model.getDependencyManagement() == null) {
            model.setDependencyManagement(new DependencyManagement());
        }
        List<Dependency> managed = model.getDependencyManagement().getDependencies();
        if (managed.stream().noneMatch(this::isWanted)) {
            Dependency dependency = new Dependency();
            dependency.setGroupId(wanted.groupId());
            dependency.setArtifactId(wanted.artifactId());
            dependency.setVersion(wanted.version());
            managed.add(dependency);
        }
    }
}
