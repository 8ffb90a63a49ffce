package io.modeltracking.autolog;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Which advice goes into which methods. The only class that Byte Buddy is loaded for. */
final class Advices {

    private static final ElementMatcher.Junction<MethodDescription> RETURNS_TEXT = returns(named("java.lang.String"));
    private static final ElementMatcher.Junction<MethodDescription> RETURNS_TABLE =
            returns(named("tech.tablesaw.api.Table"));

    private Advices() {}

    /**
     * Weaves one class.
     *
     * @throws IllegalStateException when the class has not the methods that are advised
     */
    static byte[] weave(String name, ClassLoader loader, byte[] classFile) {
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, classFile), ClassFileLocator.ForClassLoader.of(loader));
        // Types are described from class files, not loaded: XGBoost names Hadoop's, which are rarely there.
        TypeDescription type = TypePool.Default.of(locator).describe(name).resolve();
        return new ByteBuddy()
                .decorate(type, locator)
                .visit(advice(type))
                .make()
                .getBytes();
    }

    private static AsmVisitorWrapper advice(TypeDescription type) {
        return switch (type.getName()) {
            case Weaver.XGBOOST ->
                advise(type, TrainAdvice.class, named("train").and(takesArguments(9)));
            case Weaver.BOOSTER -> {
                AsmVisitorWrapper rounds = advise(
                        type,
                        EvaluationAdvice.class,
                        named("evalSet")
                                .and(takesArguments(3))
                                .and(takesArgument(2, int.class))
                                .and(RETURNS_TEXT));
                AsmVisitorWrapper custom = advise(
                        type,
                        CustomEvaluationAdvice.class,
                        named("evalSet")
                                .and(takesArguments(4))
                                .and(not(takesArgument(2, int.class)))
                                .and(RETURNS_TEXT));
                yield new AsmVisitorWrapper.Compound(rounds, custom);
            }
            case Weaver.TABLE_READER ->
                // A builder's origin cannot be asked; what is built from it comes by in the next call.
                advise(
                        type,
                        ReadAdvice.class,
                        isPublic().and(RETURNS_TABLE).and(not(takesArgument(0, nameEndsWith("$Builder")))));
            default ->
                advise(
                        type,
                        ReadAdvice.class,
                        named("read").and(isPublic()).and(takesArguments(1)).and(RETURNS_TABLE));
        };
    }

    private static AsmVisitorWrapper advise(
            TypeDescription type, Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
        if (type.getDeclaredMethods().filter(methods).isEmpty()) {
            throw new IllegalStateException("this version has not the methods that are known");
        }
        return Advice.to(advice).on(methods);
    }
}
