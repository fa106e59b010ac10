package lab.tinynet.engine;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/// Matrix products on column-major memory, by the OpenBLAS that ND4J ships.
final class Blas {
  private Blas() {}

  /// C ← A·B.
  ///
  /// @param m rows of A and C
  /// @param n columns of B and C
  /// @param k columns of A, rows of B
  static void product(
      int m, int n, int k, DoublePointer a, int lda, DoublePointer b, int ldb, DoublePointer c) {
    openblas.cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, lda, b, ldb, 0, c, m);
  }

  /// C ← Aᵀ·B.
  ///
  /// @param m columns of A, rows of C
  /// @param n columns of B and C
  /// @param k rows of A and B
  static void transposedProduct(
      int m,
      int n,
      int k,
      DoublePointer a,
      int lda,
      DoublePointer b,
      int ldb,
      DoublePointer c,
      int ldc) {
    openblas.cblas_dgemm(
        CblasColMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, lda, b, ldb, 0, c, ldc);
  }

  /// C ← A·Bᵀ.
  ///
  /// @param m rows of A and C
  /// @param n rows of B, columns of C
  /// @param k columns of A and B
  static void productTransposed(
      int m, int n, int k, DoublePointer a, int lda, DoublePointer b, int ldb, DoublePointer c) {
    openblas.cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, lda, b, ldb, 0, c, m);
  }

  /// C ← A·B, where C is part of a taller matrix.
  ///
  /// @param ldc rows of the matrix of which C is part
  static void product(
      int m,
      int n,
      int k,
      DoublePointer a,
      int lda,
      DoublePointer b,
      int ldb,
      DoublePointer c,
      int ldc) {
    openblas.cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, lda, b, ldb, 0, c, ldc);
  }

  /// C ← C + Aᵀ·B.
  static void addTransposedProduct(
      int m,
      int n,
      int k,
      DoublePointer a,
      int lda,
      DoublePointer b,
      int ldb,
      DoublePointer c,
      int ldc) {
    openblas.cblas_dgemm(
        CblasColMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, lda, b, ldb, 1, c, ldc);
  }

  /// C ← A·Bᵀ, where C is part of a taller matrix.
  static void productTransposed(
      int m,
      int n,
      int k,
      DoublePointer a,
      int lda,
      DoublePointer b,
      int ldb,
      DoublePointer c,
      int ldc) {
    openblas.cblas_dgemm(
        CblasColMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, lda, b, ldb, 0, c, ldc);
  }
}
