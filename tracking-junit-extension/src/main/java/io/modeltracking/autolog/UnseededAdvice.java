package io.modeltracking.autolog;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/** Tells {@link AutologHooks#unseeded} of each {@link UnseededCall} before it is made, with its class and line. */
final class UnseededAdvice {

    private static final String HOOKS = Type.getInternalName(AutologHooks.class);

    private UnseededAdvice() {}

    /** The class with its advice, or null when it makes no such call. */
    static byte[] weave(byte[] classFile) {
        ClassReader reader = OpenedClassReader.of(classFile);
        // Nothing branches, so frames stay what they are, and no class has to be loaded to merge them.
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Calls calls = new Calls(writer, reader.getClassName().replace('/', '.'));
        reader.accept(calls, 0);
        return calls.any ? writer.toByteArray() : null;
    }

    private static final class Calls extends ClassVisitor {

        private final String type;
        private boolean any;

        Calls(ClassVisitor writer, String type) {
            super(OpenedClassReader.ASM_API, writer);
            this.type = type;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(OpenedClassReader.ASM_API, writer) {
                private int line;

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                    super.visitLineNumber(number, start);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String type, boolean inInterface) {
                    tell(UnseededCall.find(owner, method, type));
                    super.visitMethodInsn(opcode, owner, method, type, inInterface);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            tell(UnseededCall.find(handle.getOwner(), handle.getName(), handle.getDesc()));
                        }
                    }
                    super.visitInvokeDynamicInsn(name, type, bootstrap, arguments);
                }

                private void tell(UnseededCall call) {
                    if (call != null) {
                        any = true;
                        super.visitLdcInsn(call.text() + " in " + type + ":" + line);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "unseeded", "(Ljava/lang/String;)V", false);
                    }
                }
            };
        }
    }
}
