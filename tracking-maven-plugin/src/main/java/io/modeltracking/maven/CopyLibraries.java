package io.modeltracking.maven;

import io.modeltracking.maven.LocalJars.Coordinates;
import io.modeltracking.reproduce.Libraries;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Writes the versions of recorded libraries into the POMs of a copy: into its {@code dependencyManagement}, which rules over
 * parents, imports and what comes by way of others, and into the dependencies that have a version of their own.
 */
final class CopyLibraries implements Libraries {

    private final LocalJars repository;

    /** @param repository the local one, in which the builds have left what they resolved */
    CopyLibraries(Path repository) {
        this.repository = new LocalJars(repository);
    }

    @Override
    public void lay(Path copy, SortedMap<String, String> jars) throws IOException {
        lay(copy, copy.resolve("pom.xml"), repository.find(jars), new HashSet<>());
    }

    private static void lay(Path copy, Path pom, List<Coordinates> libraries, Set<Path> done) throws IOException {
        if (!pom.startsWith(copy) || !done.add(pom) || !Files.isRegularFile(pom)) {
            return;
        }
        Model model;
        try (InputStream in = Files.newInputStream(pom)) {
            model = new MavenXpp3Reader().read(in);
        } catch (XmlPullParserException e) {
            throw new IOException("the POM " + copy.relativize(pom) + " cannot be read: " + e.getMessage(), e);
        }
        libraries.forEach(library -> put(model, library));
        try (OutputStream out = Files.newOutputStream(pom)) {
            new MavenXpp3Writer().write(out, model);
        }
        for (String module : model.getModules()) {
            Path place = pom.resolveSibling(module).normalize();
            lay(copy, Files.isDirectory(place) ? place.resolve("pom.xml") : place, libraries, done);
        }
    }

    private static void put(Model model, Coordinates library) {
        if (model.getDependencyManagement() == null) {
            model.setDependencyManagement(new DependencyManagement());
        }
        List<Dependency> managed = model.getDependencyManagement().getDependencies();
        if (managed.stream().noneMatch(dependency -> isOf(dependency, library))) {
            Dependency dependency = new Dependency();
            dependency.setGroupId(library.group());
            dependency.setArtifactId(library.artifact());
            dependency.setClassifier(library.classifier());
            dependency.setVersion(library.version());
            managed.add(dependency);
        }
        version(model, library);
        model.getProfiles().forEach(profile -> version(profile, library));
    }

    private static void version(ModelBase model, Coordinates library) {
        if (model.getDependencyManagement() != null) {
            model.getDependencyManagement().getDependencies().stream()
                    .filter(dependency -> isOf(dependency, library))
                    .forEach(dependency -> dependency.setVersion(library.version()));
        }
        model.getDependencies().stream()
                .filter(dependency -> dependency.getVersion() != null)
                .filter(dependency -> isOf(dependency, library))
                .forEach(dependency -> dependency.setVersion(library.version()));
    }

    private static boolean isOf(Dependency dependency, Coordinates library) {
        return library.group().equals(dependency.getGroupId())
                && library.artifact().equals(dependency.getArtifactId())
                && "jar".equals(dependency.getType())
                && Objects.equals(library.classifier(), dependency.getClassifier());
    }
}
