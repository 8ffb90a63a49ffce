package io.modeltracking.maven;

import io.modeltracking.reproduce.BuildTool;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectBuildingResult;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;

/** Resolves the dependencies of a module in a copy of a commit, without building it. */
record CopyDependencies(ProjectBuilder builder, MavenSession session) {

    BuildTool.Dependencies of(BuildTool.Copy copy) {
        try {
            List<MavenProject> reactor =
                    builder
                            .build(List.of(copy.folder().resolve("pom.xml").toFile()), true, request(copy, false))
                            .stream()
                            .map(ProjectBuildingResult::getProject)
                            .toList();
            MavenProject module = reactor.stream()
                    .filter(project -> copy.module() == null || copy.module().equals(":" + project.getArtifactId()))
                    .findFirst()
                    .orElse(null);
            if (module == null) {
                return none("the build has no module " + copy.module());
            }
            Set<String> own = new HashSet<>();
            reactor.forEach(project -> own.add(project.getGroupId() + ":" + project.getArtifactId()));
            return resolved(builder.build(module.getFile(), request(copy, true)).getDependencyResolutionResult(), own);
        } catch (ProjectBuildingException e) {
            return none("its POM cannot be read: " + e.getMessage());
        }
    }

    private ProjectBuildingRequest request(BuildTool.Copy copy, boolean resolve) {
        Properties properties = new Properties();
        properties.putAll(copy.properties());
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setResolveDependencies(resolve);
        request.setUserProperties(properties);
        request.setActiveProfileIds(copy.profiles());
        return request;
    }

    private static BuildTool.Dependencies resolved(DependencyResolutionResult result, Set<String> own) {
        if (result == null) {
            return none("Maven resolved nothing");
        }
        TreeMap<String, Path> jars = new TreeMap<>();
        for (Dependency dependency : result.getResolvedDependencies()) {
            File file = dependency.getArtifact().getFile();
            if (file != null && file.getName().endsWith(".jar") && !isOwn(dependency.getArtifact(), own)) {
                jars.put(file.getName(), file.toPath());
            }
        }
        List<String> missing = result.getUnresolvedDependencies().stream()
                .map(Dependency::getArtifact)
                .filter(artifact -> !isOwn(artifact, own))
                .map(artifact -> artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion())
                .sorted()
                .toList();
        String problem = result.getCollectionErrors().isEmpty()
                ? null
                : result.getCollectionErrors().get(0).getMessage();
        return new BuildTool.Dependencies(jars, missing, problem);
    }

    private static boolean isOwn(Artifact artifact, Set<String> own) {
        return own.contains(artifact.getGroupId() + ":" + artifact.getArtifactId());
    }

    private static BuildTool.Dependencies none(String problem) {
        return new BuildTool.Dependencies(new TreeMap<>(), List.of(), problem);
    }
}
